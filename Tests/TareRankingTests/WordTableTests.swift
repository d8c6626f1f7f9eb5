import TestMaterial
import Testing

@testable import TareRanking

struct WordTableTests {
  @Test func `words are numbered by first appearance and found again`() {
    var table = WordTable()
    var expected: [[UInt8]: Int] = [:]
    var random = SeededGenerator(seed: 1)
    for _ in 0..<20_000 {
      let longest = Int.random(in: 0...3, using: &random) == 0 ? 40 : 9
      let length = Int.random(in: 0...longest, using: &random)
      let word = (0..<length).map { _ in UInt8.random(in: 0...3, using: &random) }
      let number = expected[word] ?? expected.count
      expected[word] = number
      #expect(table.number(of: word.span) == number)
      #expect(Array(table[number]) == word)
    }
    #expect(table.count == expected.count)
  }

  @Test(arguments: 1...33) func `a word that differs in one byte or in length is another`(length: Int) {
    let word = [UInt8](repeating: 0x61, count: length)
    var table = WordTable()
    #expect(table.number(of: word.span) == 0)
    for place in word.indices {
      var other = word
      other[place] = 0x62
      #expect(table.existingNumber(of: other.span) == nil)
    }
    let (shorter, longer) = (word.dropLast(), word + [0x61])
    #expect(table.existingNumber(of: shorter.span) == nil)
    #expect(table.existingNumber(of: longer.span) == nil)
  }
}
