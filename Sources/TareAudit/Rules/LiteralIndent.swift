public import TarePrompts
import TareText

/// Flags prompts in programs and data files whose lines are all indented as the program is.
public struct LiteralIndent: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "WSP003", name: "literal-indent",
    summary: "Every line of a prompt in a program begins with the blanks of the program.",
    rationale: """
      A string between triple quotes keeps the indentation of the code around it, and each line sends it. `textwrap.dedent` \
      takes it away; so does beginning the lines at the margin.
      """,
    evidence: """
      November 2026, 2,049 published prompts: found in 1.9 % of the files, all of them literals in Python, 1.2 % of their \
      tokens (1.3 % of the tokens of all 128 literals). The change is mechanical.
      """,
    severity: .warning, fixSafety: .safe, leastSaving: 5,
    triggering: [
      .init(
        #"{"messages": [{"role": "system", "content": "Rules:\n        Be brief.\n        Cite sources.\n        Answer in English.\n        Be kind.\n        Quote the handbook.\n        Ask once."}]}"#,
        fixed:
          #"{"messages": [{"role": "system", "content": "Rules:\nBe brief.\nCite sources.\nAnswer in English.\nBe kind.\nQuote the handbook.\nAsk once."}]}"#,
        path: "request.json")
    ],
    silent: [
      "Rules:\n    Be brief.\n    Cite sources.\n    Answer in English.\n    Be kind.\n    Quote the handbook.\n    Ask."
    ])

  /// In lines behind the first, blank ones not counted.
  private static let leastLines = 3

  /// A rule without settings.
  public init() {}

  /// Reports the prompt once, at the first indented line.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    // In a file of its own, indentation is code, a list, or a table of contents.
    guard document.isEmbedded else { return }
    // The first line begins behind the quotes and has none.
    let lines = document.lines.dropFirst().filter { !isBlank($0, document.source) }
    guard lines.count >= Self.leastLines, let indent = lines.map({ indent(of: $0, document.source) }).min(), indent > 0
    else { return }
    let edits = lines.map { Edit.delete(SourceRange($0.range.start, $0.range.start + indent)) }
    report(
      Finding(
        Self.page, .indented(lines.count, by: indent), at: edits[0].range,
        fix: Fix("begin the lines at the margin", .safe, edits: edits)))
  }

  private func isBlank(_ line: PromptLine, _ source: SourceText) -> Bool {
    source.bytes(in: line.range).allSatisfy { $0 <= 0x20 }
  }

  /// Only blanks are counted: where tabs are among them, nobody can say how wide the margin is.
  private func indent(of line: PromptLine, _ source: SourceText) -> Int {
    source.bytes(in: line.range).prefix { $0 == 0x20 }.count
  }
}

extension Finding.Message {
  fileprivate static func indented(_ lines: Int, by blanks: Int) -> Self {
    "\(lines.grouped) lines begin with \(blanks.grouped) blanks of the program around them"
  }
}
