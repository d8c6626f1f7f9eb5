import TareUnicode
import TestMaterial
import Testing

@testable import TareRanking

struct CommonWordsTests {
  private func byICU(_ text: String) throws -> [String] {
    let (folded, words) = try WordSplitter().wordsByICU(text.utf8Span.span)
    return words.map { String(decoding: folded[$0], as: UTF8.self) }
  }

  private func common(_ text: String) -> [String]? {
    CommonWords(text.utf8Span.span).map { common in
      common.words.map { String(decoding: common.folded[$0], as: UTF8.self) }
    }
  }

  @Test(arguments: [
    "The Library's hours: nine to six. It isn't 3.14 or 1,000.50; U.S.A. and x.y, don't?", "", " ", "a", "…", "\u{0}",
    "Straße in Köln – „Übermut“ à l'été; ¿qué? “Ça va”…", "snake_case, e.g. foo.bar(1,2) 3,a a,3 3.a",
    "''quoted'' '90s o'clock'",
    "tab\tand\r\nline", "a.1 1.a a'1 1'a 1'000 end.",
  ]) func `Western text has the words that ICU finds`(text: String) throws {
    guard let words = common(text) else { return }
    #expect(try words == byICU(text).filter { $0 != "…" })
  }

  @Test func `random text has the words that ICU finds`() throws {
    var random = SeededGenerator(seed: 5)
    let parts = ["a", "B", "é", "Ü", "ß", "1", "22", ".", "'", ",", " ", "-", "!", "\n", "“", "–", "_x", "zz"]
    for _ in 0..<2_000 {
      let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in parts.randomElement(using: &random) ?? "" }
        .joined()
      #expect(try common(text) == byICU(text), "\(text.debugDescription)")
    }
  }

  @Test func `every character that is known beside any other has the words that ICU finds`() throws {
    let splitter = try WordSplitter()
    for value in UInt32(0x80)...0xFFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = "a\(scalar)b \(scalar) 1\(scalar)1 \(scalar)\(scalar)c 中\(scalar)_\(scalar)"
      guard let words = common(text) else { continue }
      let (folded, expected) = splitter.wordsByICU(text.utf8Span.span)
      #expect(words == expected.map { String(decoding: folded[$0], as: UTF8.self) }, "U+\(String(value, radix: 16))")
    }
  }

  @Test func `random text of many scripts has the words that ICU finds`() throws {
    let splitter = try WordSplitter()
    var random = SeededGenerator(seed: 8)
    let parts = [
      "Ł", "ğ", "İ", "ı", "Σ", "ς", "Ж", "й", "ط", "أ", "ً", "، ", "،", "؟", "क", "ि", "्", "।", "中", "文", "。", "，",
      "、", "《",
      "1", "2", ".", "'", ",", " ", "·", "’", "‘", "…", "_", "x", "Ａ", "１", "．", "％", "€", "ế", "\u{FEFF}",
    ]
    var known = 0
    for _ in 0..<4_000 {
      let text = (0..<Int.random(in: 0...9, using: &random)).map { _ in parts.randomElement(using: &random) ?? "" }
        .joined()
      guard let words = common(text) else { continue }
      known += 1
      let (folded, expected) = splitter.wordsByICU(text.utf8Span.span)
      #expect(words == expected.map { String(decoding: folded[$0], as: UTF8.self) }, "\(text.debugDescription)")
    }
    #expect(known > 2_000)
  }

  @Test(arguments: ["ห้องสมุด", "図書かん", "e\u{301}", "½", "ﬁ", "😀", "a\u{AD}b", "שלום", "x\u{2011}y"])
  func `what needs more than that is left to ICU`(text: String) {
    #expect(common("abc " + text) == nil)
  }

  @Test func `the apostrophe of typesetters is that of typists in either path`() throws {
    let splitter = try WordSplitter()
    var table = WordTable()
    let words = ["don't", "don’t", "don’t 图"].map { splitter.forms(of: $0, in: &table)[0] }
    #expect(Set(words).count == 1)
    #expect(splitter.forms(of: "İstanbul", in: &table) == splitter.forms(of: "istanbul", in: &table))
  }
}
