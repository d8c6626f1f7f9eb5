/// What is kept of a text that was cut to a number of tokens.
public struct Truncation: Sendable, Hashable {
  /// Which end of the text is kept.
  public enum End: Sendable, Hashable {
    /// The first tokens, as of a document whose abstract matters most.
    case head
    /// The last tokens, as of a log or a conversation.
    case tail
  }

  /// The bytes that are kept.
  public let range: Range<Int>
  /// The number of tokens that the kept bytes have as a text of their own, never more than the limit.
  public let tokens: Int
  /// The number of tokens of the whole text.
  public let total: Int

  /// Whether anything was left out.
  public var isCut: Bool { tokens != total }

  /// A range that is kept, its tokens and those of the whole text.
  public init(range: Range<Int>, tokens: Int, total: Int) {
    self.range = range
    self.tokens = tokens
    self.total = total
  }
}

extension Tokenizer {
  /// The part of `utf8` that is kept when it is cut to at most `limit` tokens.
  ///
  /// The cut is made at the place behind the first `limit` tokens of the text (before the last ones, for `tail`), or
  /// at the next of `places` that keeps less. What is kept is then counted on its own, for a cut may change the
  /// tokens beside it; in the rare case that it has more than `limit`, as many tokens as are too many are left out as
  /// well, and so on. So what is kept is never longer than the first `limit` tokens. It is empty where `places` has
  /// none that is near enough, and where `limit` is less than one character's tokens.
  ///
  /// - Complexity: O(*n*) in bytes, for the total; finding the cut reads a few hundred bytes more, or the piece that
  ///   the cut falls into where that is longer.
  public func truncated(
    _ utf8: Span<UInt8>, to limit: Int, keeping end: Truncation.End = .head, at places: CutPlaces = .token
  ) -> Truncation {
    unsafe utf8.withUnsafeBufferPointer { unsafe truncated($0, to: limit, keeping: end, at: places) }
  }

  /// The part of a slice of bytes that is kept when it is cut to at most `limit` tokens. The range is that of the
  /// slice's own indices.
  public func truncated(
    _ utf8: ArraySlice<UInt8>, to limit: Int, keeping end: Truncation.End = .head, at places: CutPlaces = .token
  ) -> Truncation {
    let first = utf8.startIndex
    let result = unsafe utf8.withUnsafeBufferPointer {
      unsafe truncated($0, to: limit, keeping: end, at: places.shifted(by: -first))
    }
    let range = (result.range.lowerBound + first)..<(result.range.upperBound + first)
    return Truncation(range: range, tokens: result.tokens, total: result.total)
  }

  /// The part of a string that is kept when it is cut to at most `limit` tokens.
  public func truncated(
    _ text: String, to limit: Int, keeping end: Truncation.End = .head, at places: CutPlaces = .token
  ) -> (text: Substring, result: Truncation) {
    var text = text
    let result = text.withUTF8 { unsafe truncated($0, to: limit, keeping: end, at: places) }
    let start = text.utf8.index(text.startIndex, offsetBy: result.range.lowerBound)
    return (text[start..<text.utf8.index(start, offsetBy: result.range.count)], result)
  }

  private func truncated(
    _ bytes: UnsafeBufferPointer<UInt8>, to limit: Int, keeping end: Truncation.End, at places: CutPlaces
  ) -> Truncation {
    unsafe withIndexedText(bytes) { $0.truncated(to: limit, keeping: end, at: places) }
  }

  func withIndexedText<Result, Failure: Error>(
    _ bytes: UnsafeBufferPointer<UInt8>, _ body: (inout IndexedText) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    unsafe try withWalk(bytes) { walk throws(Failure) in
      var text = IndexedText(walk, Checkpoints(&walk))
      return try body(&text)
    }
  }
}

extension IndexedText {
  mutating func truncated(to limit: Int, keeping end: Truncation.End, at places: CutPlaces) -> Truncation {
    guard total > limit else { return Truncation(range: 0..<self.end, tokens: total, total: total) }
    let limit = max(0, limit)
    switch end {
    case .head:
      let head = head(from: 0, to: limit, at: places)
      return Truncation(range: 0..<head.end, tokens: head.tokens, total: total)
    case .tail:
      let tail = tail(of: 0..<self.end, to: limit, at: places)
      return Truncation(range: tail.start..<self.end, tokens: tail.tokens, total: total)
    }
  }

  /// Where a text that begins at `start` is cut so that it has at most `limit` tokens; `start` when it cannot be.
  mutating func head(from start: Int, to limit: Int, at places: CutPlaces) -> (end: Int, tokens: Int) {
    var number = tokens(before: start) + limit
    var place = end
    while true {
      place = walk.cutPlace(places, atMost: min(tokenEnd(atMost: number), place), notBefore: start)
      guard place > start else { return (start, 0) }
      let tokens = count(in: start..<place)
      if tokens <= limit { return (place, tokens) }
      number = min(number, self.tokens(before: place)) - (tokens - limit)
    }
  }

  /// Where a text that ends with `range` begins so that it has at most `limit` tokens; its end when it cannot.
  mutating func tail(of range: Range<Int>, to limit: Int, at places: CutPlaces) -> (start: Int, tokens: Int) {
    let total = tokens(before: range.upperBound)
    var number = total - limit
    while true {
      let start = max(range.lowerBound, tokenStart(atLeast: number))
      let place = walk.cutPlace(places, atLeast: start, notAfter: range.upperBound)
      guard place < range.upperBound else { return (range.upperBound, 0) }
      let tokens = count(in: place..<range.upperBound)
      if tokens <= limit { return (place, tokens) }
      number = max(number, self.tokens(before: place)) + (tokens - limit)
    }
  }
}

extension CutPlaces {
  func shifted(by distance: Int) -> CutPlaces {
    guard case .offsets(let offsets) = self else { return self }
    return .offsets(offsets.map { $0 + distance })
  }
}
