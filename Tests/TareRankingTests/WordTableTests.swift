import TestMaterial
import Testing

@testable import TareRanking

struct WordTableTests {
  @Test func `words are numbered by first appearance and found again`() {
    var table = WordTable()
    var expected: [[UInt8]: Int] = [:]
    var random = SeededGenerator(seed: 1)
    for _ in 0..<20_000 {
      let word = (0..<Int.random(in: 0...9, using: &random)).map { _ in UInt8.random(in: 0...3, using: &random) }
      let number = expected[word] ?? expected.count
      expected[word] = number
      #expect(table.number(of: word.span) == number)
      #expect(Array(table[number]) == word)
    }
    #expect(table.count == expected.count)
  }
}
