import TestMaterial
import Testing

@testable import TareUnicode

struct SentenceBoundariesTests {
  private func sentences(_ text: String) throws -> [String] {
    let utf8 = Array(text.utf8)
    return try SentenceBoundaries().sentences(in: utf8.span).map { String(decoding: utf8[$0], as: UTF8.self) }
  }

  @Test func `a sentence takes the blanks behind it along`() throws {
    #expect(try sentences("One. Two!  Three?\nFour") == ["One. ", "Two!  ", "Three?\n", "Four"])
    #expect(try sentences("今日は。明日も。") == ["今日は。", "明日も。"])
  }

  @Test func `the empty text has no sentence`() throws {
    #expect(try sentences("") == [])
  }

  @Test func `sentences cover any bytes exactly`() throws {
    let boundaries = try SentenceBoundaries()
    var random = SeededGenerator(seed: 9)
    for _ in 0..<2_000 {
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      #expect(boundaries.sentences(in: bytes.span).flatMap { Array($0) } == Array(0..<bytes.count))
    }
  }
}
