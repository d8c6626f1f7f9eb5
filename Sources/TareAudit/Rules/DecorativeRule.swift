public import TarePrompts
import TareText

/// Flags lines that only draw a line.
public struct DecorativeRule: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "FMT002", name: "decorative-rule",
    summary: "Lines of dashes, stars or equals signs part what headings and blank lines part already.",
    rationale: """
      A heading says where a part begins. A line drawn above it is for the eye; three marks draw it where one is wanted.
      """,
    evidence: """
      November 2026, 2,049 published prompts: thematic breaks in 12.5 % of the files, 0.20 % of their tokens. Some of them \
      part examples, so the rule is off.
      """,
    severity: .info, isOnByDefault: false, fixSafety: .unsafe,
    triggering: [
      .init(
        "# Rules\n\nBe brief.\n\n-----------------------------------------\n\n# Sources\n\nCite.",
        fixed: "# Rules\n\nBe brief.\n\n# Sources\n\nCite.")
    ],
    silent: [
      "Title\n=====\n\nBe brief.", "```\n----------\n```", "| a | b |\n|------|------|\n| 1 | 2 |",
      "# Rules\n\nBe brief.\n\n---\n\nInput: a",
    ])

  /// The marks of a line that is long for the eye's sake; three would do.
  private static let leastLength = 5

  /// A rule without settings.
  public init() {}

  /// Reports the file once, at the first line.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    let drawn = document.lines.filter { isDrawn($0, document) }
    guard let first = drawn.first else { return }
    let edits = drawn.map { document.deletion(ofLines: $0.index..<($0.index + 1)) }
    guard zip(edits, edits.dropFirst()).allSatisfy({ $0.range.end < $1.range.start }) else { return }
    report(
      Finding(
        Self.page, .drawn(drawn.count), at: first.range,
        fix: Fix("delete the lines", .unsafe, edits: edits)))
  }

  /// Whether one mark again and again is all there is on the line, and it underlines nothing.
  private func isDrawn(_ line: PromptLine, _ document: PromptDocument) -> Bool {
    guard line.kind == .other || line.kind == .prose else { return false }
    let text = document.source.string(in: line.range).unicodeScalars.filter { $0 != " " && $0 != "\t" }
    guard text.count >= Self.leastLength, let mark = text.first, text.allSatisfy({ $0 == mark }) else { return false }
    guard Self.marks.contains(mark), line.index > 0 else { return false }
    return document.lines[line.index - 1].kind == .blank
  }

  private static let marks = Set("-=*_~#+\u{2500}\u{2501}\u{2550}\u{2014}".unicodeScalars)
}

extension Finding.Message {
  fileprivate static func drawn(_ count: Int) -> Self {
    count == 1 ? "1 line only draws a line" : "\(count.grouped) lines only draw a line"
  }
}
