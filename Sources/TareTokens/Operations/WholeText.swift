/// A text whose tokens are not parts of it, since the encoding normalises it first: places are found by counting what
/// they would keep.
///
/// The halving takes it that a longer part has no fewer tokens. Where that is wrong by a token or two, a part that is
/// kept is a little shorter than it might be, and never has more tokens than it may.
struct WholeText: CuttableText {
  let text: TextCursor
  let total: Int
  private let tokenizer: Tokenizer

  init(_ text: TextCursor, _ tokenizer: Tokenizer) {
    self.text = text
    self.tokenizer = tokenizer
    total = tokenizer.count(text, 0..<text.end)
  }

  func count(in range: Range<Int>) -> Int { tokenizer.count(text, range) }

  /// - Complexity: O(bytes kept · log *n*).
  func head(from start: Int, to limit: Int, at places: CutPlaces) -> (end: Int, tokens: Int) {
    var found = (end: start, tokens: 0)
    halve(text.end - start, limit) { bytes in
      let place = text.cutPlace(places, atMost: text.scalarEdge(atMost: start + bytes), notBefore: start)
      guard place > found.end else { return true }
      let tokens = count(in: start..<place)
      if tokens <= limit { found = (place, tokens) }
      return tokens <= limit
    }
    return found
  }

  /// - Complexity: O(bytes kept · log *n*).
  func tail(of range: Range<Int>, to limit: Int, at places: CutPlaces) -> (start: Int, tokens: Int) {
    var found = (start: range.upperBound, tokens: 0)
    halve(range.count, limit) { bytes in
      let edge = text.scalarEdge(atLeast: range.upperBound - bytes)
      let place = text.cutPlace(places, atLeast: edge, notAfter: range.upperBound)
      guard place < found.start else { return true }
      let tokens = count(in: place..<range.upperBound)
      if tokens <= limit { found = (place, tokens) }
      return tokens <= limit
    }
    return found
  }

  /// Looks for the largest number of bytes up to `most` that fits: doubles a first guess until it does not, then
  /// halves what lies between.
  private func halve(_ most: Int, _ limit: Int, _ fits: (Int) -> Bool) {
    var low = 0
    var high = min(most, 64 + 4 * min(limit, most))
    while fits(high) {
      guard high < most else { return }
      low = high
      high = min(most, 2 * high)
    }
    while high - low > 1 {
      let middle = (low + high) / 2
      if fits(middle) { low = middle } else { high = middle }
    }
  }
}

extension Tokenizer {
  fileprivate func count(_ text: TextCursor, _ range: Range<Int>) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= text.end, "a text is counted outside itself")
    // SAFETY: the cursor has `end` readable bytes, and the range is within them.
    let bytes = unsafe UnsafeBufferPointer(start: text.start + range.lowerBound, count: range.count)
    return unsafe count(bytes.span)
  }
}
