import Testing

@testable import TareTokens

struct TextChunksTests {
  @Test(arguments: OperationEncodings.asIs)
  func `chunks keep the limit, cover the text in order, and overlap by no more than was asked`(encoding: Encoding)
    throws
  {
    let tokenizer = Tokenizer(encoding)
    var random = RandomText(seed: 71)
    for _ in 0..<20 {
      let utf8 = Array(random.text(parts: 400).utf8)
      let limit = 8 + random.next(60)
      let overlap = random.next(limit + 2)
      for places in [CutPlaces.token, .character, .line, .paragraph, .offsets([10, 11, 300])] {
        let chunks = try tokenizer.chunks(of: utf8.span, limit: limit, overlap: overlap, at: places)
        var done = 0
        for chunk in chunks {
          #expect(chunk.range.lowerBound + chunk.overlap == done && chunk.range.upperBound > done)
          #expect(chunk.tokens == tokenizer.count(utf8[chunk.range]) && chunk.tokens <= limit)
          #expect(tokenizer.count(utf8[chunk.range.lowerBound..<done]) <= overlap)
          #expect(String(validating: utf8[chunk.range], as: UTF8.self) != nil)
          done = chunk.range.upperBound
        }
        #expect(done == utf8.count)
      }
    }
  }

  @Test func `lines stay whole where they fit and are repeated whole`() throws {
    let text = "one two three\nfour five six\nseven eight nine\nten eleven twelve\n"
    let tokenizer = Tokenizer(.o200kBase)
    let chunks = try tokenizer.chunks(of: text, limit: 9, overlap: 5)
    let utf8 = Array(text.utf8)
    #expect(
      chunks.map { String(decoding: utf8[$0.range], as: UTF8.self) } == [
        "one two three\nfour five six\n", "four five six\nseven eight nine\n", "seven eight nine\nten eleven twelve\n",
      ])
  }

  @Test(arguments: ["a", "中", "7", " ", "'s", "A", "\u{301}"])
  func `one long piece is divided without counting it for each chunk`(part: String) throws {
    let tokenizer = Tokenizer(.o200kBase)
    let text = String(repeating: part, count: 10_000)
    let chunks = try tokenizer.chunks(of: text, limit: 50, overlap: 5)
    #expect(chunks.last?.range.upperBound == text.utf8.count)
    #expect(chunks.allSatisfy { $0.tokens <= 50 })
  }

  @Test func `a character that has more tokens than a chunk may have is named with its place`() {
    let error = #expect(throws: ChunkLimitError.self) { try Tokenizer(.cl100kBase).chunks(of: "ab 🧿", limit: 2) }
    #expect(
      error?.description
        == "the character at byte 3 has 3 tokens, more than a chunk of 2 may have; allow 3 or more")
  }

  @Test func `nothing has no chunks`() throws {
    #expect(try Tokenizer(.o200kBase).chunks(of: "", limit: 0).isEmpty)
  }
}
