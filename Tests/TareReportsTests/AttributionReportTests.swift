import TareJSON
import TarePrompts
import TareReports
import TareText
import TareTokens
import Testing

struct AttributionReportTests {
  private static let texts = [
    "", "one", "\n\n\n", "# A\n\ntext\n\n## B\n\nmore text\n# C\n", "a\r\nb\rc\n", "   \n\n   indented\n\n\n",
    #"{"a":"b"}"#, #"{"messages":[{"role":"user","content":"Hello"},{"role":"user","content":"x"}],"n":[1,2,3]}"#,
    "[\n  1,\n  {\"deep\": [[[\"🇩🇪\"]]]}\n]\n",
  ]

  private func report(
    _ text: String, by division: AttributionReport.Division, scaled: (Int) -> Int = { $0 }
  ) throws -> AttributionReport? {
    let source = SourceText(text)
    let outline: TextOutline
    switch division {
    case .line: outline = source.lineOutline
    case .section:
      outline = try PromptDocument(parsing: PromptFile(path: "a.md", source: source)).sectionOutline
    case .field:
      guard let document = try? JSONDocument(parsing: source.utf8) else { return nil }
      outline = document.outline
    }
    return AttributionReport(
      path: "a", source, outline, by: division, tokenizer: Tokenizer(.o200kBase), basis: .exact, model: nil,
      scaled: scaled)
  }

  @Test(arguments: texts, AttributionReport.Division.allCases)
  func `the parts sum to the whole count`(text: String, division: AttributionReport.Division) throws {
    guard let report = try report(text, by: division) else { return }
    #expect(report.tokens == Tokenizer(.o200kBase).count(text))
    #expect(report.rows.reduce(0) { $0 + $1.own } == report.tokens)
    #expect(report.rows.allSatisfy { $0.own <= $0.tokens })
  }

  @Test(arguments: texts, AttributionReport.Division.allCases)
  func `the parts of an estimate sum to the estimate`(text: String, division: AttributionReport.Division) throws {
    guard let report = try report(text, by: division, scaled: { ($0 * 1_237 + 500) / 1_000 }) else { return }
    #expect(report.rows.reduce(0) { $0 + $1.own } == report.tokens)
  }

  @Test func `the largest part comes first, and the first of equal ones`() throws {
    let report = try #require(try report("a\nb b b b\nc\n", by: .line))
    #expect(report.rows.map(\.line) == [2, 1, 3])
    #expect(report.text(top: 1).contains("total, with 2 more"))
  }

  @Test func `a name that is no heading or too long is shown as what it is`() throws {
    let long = try #require(try report(String(repeating: "x", count: 100) + "\u{1B}\n", by: .line))
    #expect(long.text().contains(String(repeating: "x", count: 60) + "…"))
    let early = try #require(try report("text\n\n# A\n", by: .section))
    #expect(early.text().contains("(before the first heading)"))
  }
}
