public import TarePrompts
import TareText

/// Flags runs of blanks between words.
public struct InlineSpaceRun: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "WSP005", name: "inline-space-run",
    summary: "Two blanks or more stand between words.",
    rationale: """
      A run of blanks is mostly a token of its own, and to a model it says what one blank says. Where the blanks line \
      something up, it says more, so somebody should look.
      """,
    evidence: "November 2026, 2,049 published prompts: 0.2 % of the tokens of the files that have any.",
    severity: .info, isOnByDefault: false, fixSafety: .unsafe, leastSaving: 3,
    triggering: [
      .init(
        "Be brief.    Cite sources.    Answer in    English.    Be kind.",
        fixed: "Be brief. Cite sources. Answer in English. Be kind.")
    ],
    silent: ["Be brief. Cite sources.", "`a    b    c    d    e    f`", "- a\n    - b\n        - c\n"])

  /// A rule without settings.
  public init() {}

  /// Reports the file once, at the first run.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    let lines = document.lines.filter { $0.kind == .prose || $0.kind == .heading }
    let runs = lines.flatMap { self.runs(in: $0, document) }
    guard let first = runs.first else { return }
    report(
      Finding(
        Self.page, .runs(runs.count), at: first,
        fix: Fix("leave one blank", .unsafe, edits: runs.map { Edit.replace($0, with: " ") }, isDivisible: true)))
  }

  /// The runs between words: not the indentation, not the end, not behind the mark of a list.
  private func runs(in line: PromptLine, _ document: PromptDocument) -> [SourceRange] {
    let text = document.source.bytes(in: line.range)
    var at = text.firstIndex { !" \t>-*+#0123456789.)".utf8.contains($0) } ?? text.endIndex
    var runs: [SourceRange] = []
    while let start = text[at...].firstIndex(of: 0x20) {
      let end = text[start...].firstIndex { $0 != 0x20 } ?? text.endIndex
      if end - start > 1, end < text.endIndex, !document.isCode(start) { runs.append(SourceRange(start, end)) }
      at = end
    }
    return runs
  }
}

extension Finding.Message {
  fileprivate static func runs(_ count: Int) -> Self {
    count == 1 ? "1 run of blanks stands between words" : "\(count.grouped) runs of blanks stand between words"
  }
}
