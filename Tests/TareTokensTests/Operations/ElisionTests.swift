import Testing

@testable import TareTokens

struct ElisionTests {
  @Test(arguments: OperationEncodings.asIs)
  func `what is left with the mark is within the limit, and a text that fits is whole`(encoding: Encoding) {
    let tokenizer = Tokenizer(encoding)
    var random = RandomText(seed: 61)
    for _ in 0..<50 {
      let text = random.text(parts: 120)
      let limit = random.next(80)
      for part in [Elision.Part.head, .tail, .middle(), .middle(headShare: 90), .middle(headShare: -5)] {
        guard let result = tokenizer.elided(text, to: limit, leavingOut: part, mark: " […] ") else {
          #expect(limit < tokenizer.count(" […] "))
          continue
        }
        let utf8 = Array(text.utf8)
        let mark = result.isCut ? Array(" […] ".utf8) : []
        #expect(result.text == utf8[result.head] + mark + utf8[result.tail])
        #expect(result.tokens == tokenizer.count(result.text.span) && result.total == tokenizer.count(text))
        #expect(result.tokens <= limit && result.isCut == (result.total > limit))
        #expect(String(validating: result.text, as: UTF8.self) != nil)
      }
    }
  }

  @Test func `the head, the tail or both ends are kept`() throws {
    let tokenizer = Tokenizer(.o200kBase)
    let text = "one two three four five six seven eight nine ten"
    func elided(_ part: Elision.Part) throws -> String {
      let result = try #require(tokenizer.elided(text, to: 5, leavingOut: part, mark: " …"))
      return String(decoding: result.text, as: UTF8.self)
    }
    #expect(try elided(.tail) == "one two three four …")
    #expect(try elided(.head) == " … seven eight nine ten")
    #expect(try elided(.middle()) == "one two … nine ten")
  }

  @Test func `bytes are elided as strings are`() {
    let tokenizer = Tokenizer(.o200kBase)
    let text = "one two three\nfour five six\nseven"
    let utf8 = Array(text.utf8)
    let bytes = tokenizer.elided(utf8.span, to: 6, leavingOut: .tail, mark: "…\n", at: .line)
    #expect(bytes == tokenizer.elided(text, to: 6, leavingOut: .tail, mark: "…\n", at: .line))
    #expect(bytes.map { String(decoding: $0.text, as: UTF8.self) } == "one two three\n…\n")
  }
}
