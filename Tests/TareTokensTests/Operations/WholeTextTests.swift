import Testing

@testable import TareTokens

/// How a text is cut whose tokens are not parts of it.
struct WholeTextTests {
  @Test func `what is kept is within the limit, counted alone, and cut where it may be`() {
    let tokenizer = Tokenizer(.o200kBase)
    var random = RandomText(seed: 81)
    for _ in 0..<30 {
      let plain = PlainCutting(random.text(parts: 80), tokenizer)
      let limit = random.next(plain.ends.count + 2)
      for places in [CutPlaces.token, .character, .line, .paragraph] {
        let allowed = places == .token ? plain.utf8.indices.filter(plain.isScalarEdge) : plain.places(places)
        for end in [Truncation.End.head, .tail] {
          let cut = withText(plain.utf8, tokenizer) { $0.truncated(to: limit, keeping: end, at: places) }
          #expect(cut.tokens == tokenizer.count(plain.utf8[cut.range]) && cut.tokens <= limit)
          #expect(cut.isCut == (plain.ends.count > limit) && cut.total == plain.ends.count)
          let place = end == .head ? cut.range.upperBound : cut.range.lowerBound
          #expect(place == 0 || place == plain.utf8.count || allowed.contains(place))
        }
      }
    }
  }

  @Test func `ordinary text is cut as near to the limit as with known tokens`() {
    let tokenizer = Tokenizer(.o200kBase)
    let text = Array(String(repeating: "The tent is dry and the stove is not.\n", count: 200).utf8)
    for limit in [0, 1, 7, 100, 1_500] {
      let head = withText(text, tokenizer) { $0.truncated(to: limit, keeping: .head, at: .token) }
      #expect(head.tokens == limit)
      let lines = withText(text, tokenizer) { $0.truncated(to: limit, keeping: .tail, at: .line) }
      #expect(lines == tokenizer.truncated(text.span, to: limit, keeping: .tail, at: .line))
    }
  }

  @Test func `chunks keep the limit and cover the text`() throws {
    let tokenizer = Tokenizer(.o200kBase)
    var random = RandomText(seed: 82)
    for _ in 0..<10 {
      let utf8 = Array(random.text(parts: 200).utf8)
      let chunks = try withText(utf8, tokenizer) { text throws(ChunkLimitError) in
        try text.chunks(limit: 20, overlap: 4, at: .line)
      }
      var done = 0
      for chunk in chunks {
        #expect(chunk.range.lowerBound + chunk.overlap == done && chunk.range.upperBound > done)
        #expect(chunk.tokens == tokenizer.count(utf8[chunk.range]) && chunk.tokens <= 20)
        done = chunk.range.upperBound
      }
      #expect(done == utf8.count)
    }
  }

  @Test func `text that is not normal is cut so that the normal text of what is kept fits`() throws {
    let tokenizer = Tokenizer(try #require(OperationEncodings.normalizing))
    var random = RandomText(seed: 83)
    for _ in 0..<30 {
      let text = random.text(parts: 60)
      let utf8 = Array(text.utf8)
      let limit = random.next(60)
      for end in [Truncation.End.head, .tail] {
        let cut = tokenizer.truncated(utf8.span, to: limit, keeping: end, at: .character)
        #expect(cut.tokens == tokenizer.count(utf8[cut.range]) && cut.tokens <= limit)
        #expect(cut.total == tokenizer.count(text))
      }
      #expect(tokenizer.count(text, upTo: limit) == (tokenizer.count(text) > limit ? nil : tokenizer.count(text)))
    }
  }

  private func withText<Result, Failure: Error>(
    _ utf8: [UInt8], _ tokenizer: Tokenizer, _ body: (inout any CuttableText) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    unsafe try utf8.withUnsafeBufferPointer { bytes throws(Failure) in
      unsafe try withCursor(bytes) { cursor throws(Failure) in
        var text: any CuttableText = WholeText(cursor, tokenizer)
        return try body(&text)
      }
    }
  }
}
