import Testing

@testable import TareTokens

struct TruncationTests {
  @Test(arguments: OperationEncodings.asIs)
  func `a text is cut where the plain definition cuts it`(encoding: Encoding) {
    let tokenizer = Tokenizer(encoding)
    var random = RandomText(seed: 51)
    for _ in 0..<40 {
      let text = random.text(parts: 80)
      let plain = PlainCutting(text, tokenizer)
      let sentences = plain.characters.filter { $0 % 3 == 0 }
      for places in [CutPlaces.token, .character, .line, .paragraph, .offsets(sentences)] {
        let limit = random.next(plain.ends.count + 2)
        let head = tokenizer.truncated(plain.utf8.span, to: limit, at: places)
        #expect(head == plain.head(limit, places), "\(text.debugDescription) to \(limit) at \(places)")
        let tail = tokenizer.truncated(plain.utf8.span, to: limit, keeping: .tail, at: places)
        #expect(tail == plain.tail(limit, places), "\(text.debugDescription) to \(limit) at \(places)")
      }
    }
  }

  @Test(arguments: OperationEncodings.asIs)
  func `what is kept has the stated tokens, at most the limit, and whole characters`(encoding: Encoding) {
    let tokenizer = Tokenizer(encoding)
    var random = RandomText(seed: 52)
    for _ in 0..<20 {
      let text = random.text(parts: 900)
      let limit = random.next(300)
      for end in [Truncation.End.head, .tail] {
        let (kept, result) = tokenizer.truncated(text, to: limit, keeping: end, at: .token)
        #expect(tokenizer.count(String(kept)) == result.tokens && result.tokens <= limit)
        #expect(result.total == tokenizer.count(text) && kept.utf8.count == result.range.count)
        let utf8 = Array(text.utf8)
        let expected = end == .head ? utf8.prefix(result.range.count) : utf8.suffix(result.range.count)
        #expect(Array(kept.utf8)[...] == expected)
        // Only a few tokens beside the cut can be lost to it.
        #expect(result.tokens > limit - 8 || !result.isCut)
      }
    }
  }

  @Test(arguments: ["a", "中", "9", " ", "\n", "😀", "\u{301}", "'s", "aB"])
  func `one long piece is cut as any text`(part: String) {
    for encoding in OperationEncodings.asIs {
      let tokenizer = Tokenizer(encoding)
      let plain = PlainCutting(String(repeating: part, count: 1_200), tokenizer)
      for limit in [0, 1, 2, 100, plain.ends.count - 1] {
        #expect(tokenizer.truncated(plain.utf8.span, to: limit) == plain.head(limit, .token))
        #expect(tokenizer.truncated(plain.utf8.span, to: limit, keeping: .tail) == plain.tail(limit, .token))
      }
    }
  }

  @Test func `a slice is cut in its own indices`() {
    let bytes = Array("one two three four five six".utf8)
    let result = Tokenizer(.o200kBase).truncated(bytes[4...], to: 2, at: .token)
    #expect(result == Truncation(range: 4..<13, tokens: 2, total: 5))
    let tail = Tokenizer(.o200kBase).truncated(bytes[4...], to: 2, keeping: .tail, at: .offsets([8, 19]))
    #expect(tail == Truncation(range: 19..<27, tokens: 2, total: 5))
    #expect(Tokenizer(.o200kBase).truncated(bytes[4...], to: 5).isCut == false)
  }

  @Test func `a character of several tokens is left out whole`() {
    let tokenizer = Tokenizer(.cl100kBase)
    let text = "a🧿👩‍🚀"
    #expect(tokenizer.count("🧿") == 3)
    #expect(tokenizer.truncated(text, to: 3, at: .token).text == "a")
    #expect(tokenizer.truncated(text, to: tokenizer.count(text) - 1, at: .character).text == "a🧿")
  }

  @Test func `bytes that are not UTF-8 are cut between bytes`() {
    let tokenizer = Tokenizer(.o200kBase)
    var random = RandomText(seed: 53)
    for _ in 0..<100 {
      let bytes = random.bytes(count: 80)
      for places in [CutPlaces.token, .character, .line, .offsets([3, 9, 40, 79])] {
        let head = tokenizer.truncated(bytes.span, to: 20, at: places)
        #expect(head.tokens == tokenizer.count(bytes[head.range]) && head.tokens <= 20)
        let tail = tokenizer.truncated(bytes.span, to: 20, keeping: .tail, at: places)
        #expect(tail.tokens == tokenizer.count(bytes[tail.range]) && tail.tokens <= 20)
      }
    }
  }
}
