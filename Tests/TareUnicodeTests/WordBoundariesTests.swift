import TestMaterial
import Testing

@testable import TareUnicode

struct WordBoundariesTests {
  static let ascii: [Unicode.Scalar] = Array(
    "abzAZ019__  ..'',,;::\"-/\\()\t\r\n\u{B}\u{C}\u{0}\u{7F}@#".unicodeScalars)
  static let mixed: [Unicode.Scalar] =
    ascii + Array("    aaéßж가漢字かなカナー一ไทยกา\u{301}\u{200D}\u{AD}\u{2060}🇩🇪👩🏽\u{3000}\u{2003}’·״א:：".unicodeScalars)

  private func words(_ text: String) throws -> [String] {
    let utf8 = Array(text.utf8)
    return try WordBoundaries().words(in: utf8.span).map { String(decoding: utf8[$0], as: UTF8.self) }
  }

  private func segmentsByICU(_ utf8: [UInt8]) -> [TextSegment] {
    var list: [TextSegment] = []
    list.appendByICU(utf8.span, 0..<utf8.count)
    return list
  }

  @Test func `English words keep their apostrophes and decimal points`() throws {
    #expect(try words("It's 3.14, isn't it? e-mail a_b") == ["It's", "3.14", "isn't", "it", "e", "mail", "a_b"])
  }

  @Test func `Thai, Chinese and Japanese are split by dictionary`() throws {
    #expect(try words("ภาษาไทย") == ["ภาษา", "ไทย"])
    #expect(try words("我们在北京。") == ["我们", "在", "北京"])
    #expect(try words("東京へ行きます") == ["東京", "へ", "行き", "ます"])
  }

  @Test func `in random ASCII the quick path finds what ICU finds`() throws {
    let boundaries = try WordBoundaries()
    var random = SeededGenerator(seed: 5)
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 0...24, using: &random)).compactMap { _ in Self.ascii.randomElement(using: &random)
      }
      let utf8 = text.map { UInt8($0.value) }
      #expect(boundaries.segments(in: utf8.span) == segmentsByICU(utf8), "\(utf8)")
    }
  }

  @Test func `in mixed scripts the cuts change nothing`() throws {
    let boundaries = try WordBoundaries()
    var random = SeededGenerator(seed: 6)
    for _ in 0..<20_000 {
      let utf8 = random.text(of: Self.mixed, upTo: 40)
      #expect(boundaries.segments(in: utf8.span) == segmentsByICU(utf8), "\(String(decoding: utf8, as: UTF8.self))")
    }
  }

  @Test func `segments cover any bytes exactly`() throws {
    let boundaries = try WordBoundaries()
    var random = SeededGenerator(seed: 7)
    for _ in 0..<2_000 {
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      #expect(boundaries.segments(in: bytes.span).map(\.range).flatMap { Array($0) } == Array(0..<bytes.count))
    }
  }

  @Test func `long texts with few foreign words are split as ICU splits them`() throws {
    var random = SeededGenerator(seed: 8)
    let vocabulary = ["the", "court", "of", "Łódź", "ruled", "12.5", "don't", "über", "a:b", "—", "x.y", "漢字", "\n"]
    for _ in 0..<50 {
      let words = (0..<400).compactMap { _ in vocabulary.randomElement(using: &random) }
      let utf8 = Array(words.joined(separator: " ").utf8)
      #expect(try WordBoundaries().segments(in: utf8.span) == segmentsByICU(utf8))
    }
  }

  @Test func `many tasks split at once`() async throws {
    let boundaries = try WordBoundaries()
    let utf8 = Array("ภาษาไทย und Łódź 我们在北京".utf8)
    let expected = segmentsByICU(utf8)
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 { group.addTask { (0..<300).allSatisfy { _ in boundaries.segments(in: utf8.span) == expected } } }
      for await same in group { #expect(same) }
    }
  }
}
