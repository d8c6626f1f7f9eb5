import Testing

@testable import TareTokens

struct LimitTests {
  @Test(arguments: OperationEncodings.asIs)
  func `a count up to a limit is the count, or nothing when that is more`(encoding: Encoding) {
    let tokenizer = Tokenizer(encoding)
    var random = RandomText(seed: 41)
    for _ in 0..<60 {
      let text = random.text(parts: 40)
      let count = tokenizer.count(text)
      for limit in [-1, 0, 1, count - 1, count, count + 1, Int.max] {
        #expect(tokenizer.count(text, upTo: limit) == (count <= limit ? count : nil))
        #expect(tokenizer.count(Array(text.utf8)[...], upTo: limit) == (count <= limit ? count : nil))
        #expect(tokenizer.fits(text, within: limit) == (count <= limit))
        #expect(tokenizer.fits(Array(text.utf8)[...], within: limit) == (count <= limit))
        #expect(tokenizer.fits(Array(text.utf8).span, within: limit) == (count <= limit))
      }
    }
    #expect(tokenizer.count("", upTo: 0) == 0)
  }

  @Test(arguments: Encoding.inUse)
  func `no token is longer than the length that lets a text be refused unread`(encoding: Encoding) throws {
    #expect(try Reference.list(encoding).tokens.allSatisfy { $0.count <= Tokenizer(encoding).longestToken })
    let longest = try Reference.list(encoding).tokens.max { $0.count < $1.count } ?? []
    #expect(Tokenizer(encoding).count(longest.span, upTo: 1) == 1)
  }
}
