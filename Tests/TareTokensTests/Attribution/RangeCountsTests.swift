import Testing

@testable import TareTokens

struct RangeCountsTests {
  @Test(arguments: Encoding.inUse)
  func `a token belongs where its first byte lies`(encoding: Encoding) throws {
    let tokenizer = Tokenizer(encoding)
    var random = RandomText(seed: 31)
    for _ in 0..<300 {
      let bytes = Array(random.text(parts: 40).utf8)
      var starts: [Int] = []
      var place = 0
      for token in tokenizer.encode(bytes.span) {
        starts.append(place)
        place += try tokenizer.decode([token]).count
      }
      let edges = (0..<random.next(12)).map { _ in random.next(bytes.count + 1) }
      let counts = RangeCounts(of: bytes.span, edges: edges, tokenizer)
      #expect(counts.total == starts.count)
      for edge in edges { #expect(counts.tokens(before: edge) == starts.count { $0 < edge }) }
      for (first, second) in zip(edges, edges.dropFirst()) {
        let range = min(first, second)..<max(first, second)
        #expect(counts[range] == starts.count { range.contains($0) })
      }
    }
  }

  @Test(arguments: Encoding.inUse)
  func `ranges that make up a text have all its tokens`(encoding: Encoding) {
    let tokenizer = Tokenizer(encoding)
    var random = RandomText(seed: 32)
    for _ in 0..<300 {
      let bytes = Array(random.text(parts: 60).utf8)
      let edges = [0, bytes.count] + (0..<random.next(30)).map { _ in random.next(bytes.count + 1) }
      let counts = RangeCounts(of: bytes.span, edges: edges, tokenizer)
      let sorted = edges.sorted()
      let sum = zip(sorted, sorted.dropFirst()).reduce(0) { $0 + counts[$1.0..<$1.1] }
      #expect(sum == tokenizer.count(bytes.span))
    }
  }

  @Test func `edges outside the text are its ends`() {
    let counts = RangeCounts(of: Array("Hello world".utf8).span, edges: [-5, 6, 99], Tokenizer(.o200kBase))
    #expect(counts[-5..<99] == 2)
    #expect(counts[6..<99] == 0)
    let nothing = RangeCounts(of: Array("".utf8).span, edges: [0], Tokenizer(.o200kBase))
    #expect(nothing.total == 0)
  }
}
