import TareUnicode
import TestMaterial
import Testing

@testable import TareRanking

struct CommonWordsTests {
  private func byICU(_ text: String) throws -> [String] {
    let folded = try Normalizer(.nfkcCasefold).normalized(text.utf8Span.span)
    return try WordBoundaries().words(in: folded.span).map { String(decoding: folded[$0], as: UTF8.self) }
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

  @Test(arguments: ["图书馆", "Łódź", "e\u{301}", "１２", "ﬁ", "😀", "a\u{AD}b", "İ", "x\u{2011}y"])
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
