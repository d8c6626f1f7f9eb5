import Testing

@testable import TareTokens

/// What ``TextCuts`` promises, for every pattern.
struct TextCutsTests {
  @Test(arguments: Encoding.all)
  func `both sides of every cut have the pieces of the whole`(encoding: Encoding) {
    let tokenizer = Tokenizer(encoding)
    var random = RandomText(seed: 41)
    var found = 0
    for _ in 0..<4_000 {
      let text = Array(random.text(parts: 40).utf8)
      let whole = pieceEnds(text[...], tokenizer)
      for cut in cuts(of: text, tokenizer) {
        found += 1
        let halves = pieceEnds(text[..<cut], tokenizer) + pieceEnds(text[cut...], tokenizer)
        #expect(halves == whole, "cut at \(cut) of \(text)")
      }
    }
    #expect(found > 1_000)
  }

  /// Every text of up to five of the parts that matter at a cut, without exception.
  @Test(arguments: Encoding.all)
  func `no short text is cut wrongly`(encoding: Encoding) {
    let tokenizer = Tokenizer(encoding)
    let parts = ["a", "B", " ", "\n", "\r", "/", ".", "'s", "1", "\u{3000}", "中", "\u{301}"]
    for number in 0..<248_832 {
      var rest = number
      let text = (0..<5).reduce(into: [UInt8]()) { text, _ in
        text += parts[rest % parts.count].utf8
        rest /= parts.count
      }
      let cuts = cuts(of: text, tokenizer)
      guard !cuts.isEmpty else { continue }
      let whole = pieceEnds(text[...], tokenizer)
      for cut in cuts {
        let halves = pieceEnds(text[..<cut], tokenizer) + pieceEnds(text[cut...], tokenizer)
        #expect(halves == whole, "cut at \(cut) of \(text)")
      }
    }
  }

  @Test(arguments: [1, 3, 10, 100, 5_000])
  func `stretches cover the text in order and begin at cuts`(size: Int) {
    let tokenizer = Tokenizer(.o200kBase)
    var random = RandomText(seed: 42)
    for _ in 0..<200 {
      let text = Array(random.text(parts: 200).utf8)
      let stretches = stretches(of: text, size, tokenizer).filter { !$0.isEmpty }
      #expect(stretches.reduce(0) { $0 + $1.count } == text.count)
      #expect(zip(stretches, stretches.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
      let cuts = Set(cuts(of: text, tokenizer))
      #expect(stretches.dropFirst().allSatisfy { cuts.contains($0.lowerBound) })
    }
  }

  @Test func `white space of any kind and length is never cut`() {
    let tokenizer = Tokenizer(.o200kBase)
    for space in ["  ", " \n", "\n\n", "\r\n", "\u{3000}\n", "\n\u{3000}", "\u{85}\n", "\n\u{A0}", "\n/"] {
      #expect(cuts(of: Array("ab\(space)/".utf8), tokenizer) == [])
    }
    #expect(cuts(of: Array("ab cd\nef。\n中".utf8), tokenizer) == [2, 6, 12])
  }

  // MARK: What the laws are about

  private func cuts(of text: [UInt8], _ tokenizer: Tokenizer) -> [Int] {
    unsafe text.withUnsafeBufferPointer { bytes in
      unsafe withCursor(bytes) { cursor in (0..<text.count).filter(TextCuts(text: cursor).isCut) }
    }
  }

  private func stretches(of text: [UInt8], _ size: Int, _ tokenizer: Tokenizer) -> [Range<Int>] {
    unsafe text.withUnsafeBufferPointer { bytes in
      unsafe withCursor(bytes) { cursor in
        let stretches = TextStretches(cuts: TextCuts(text: cursor), size: size)
        return (0..<stretches.count).map { stretches[$0] }
      }
    }
  }

  private func pieceEnds(_ text: ArraySlice<UInt8>, _ tokenizer: Tokenizer) -> [Int] {
    var ends: [Int] = []
    tokenizer.forEachPiece(of: text.span) { piece, _ in
      ends.append(text.startIndex + piece.upperBound)
      return true
    }
    return ends
  }
}
