public import TarePrompts
import TareText

/// Flags blanks at the ends of lines.
public struct TrailingWhitespace: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "WSP001", name: "trailing-whitespace",
    summary: "Lines end in blanks that mean nothing.",
    rationale: """
      Blanks at the end of a line carry no instruction, and where an editor strips them the prompt's cached prefix \
      changes. Two blanks that break a line in Markdown are kept, and so is code.
      """,
    evidence: """
      November 2026, 2,049 published prompts: tokens saved in 12.8 % of the files, 0.12 % of theirs. A file is named \
      when four tokens or more can go, or any where ten lines end so: 4 of 213 other prompts, 4 of 4 right (2026-11-21).
      """,
    severity: .info, fixSafety: .safe, leastSaving: 4,
    triggering: [
      .init(
        String(repeating: "Be brief. \t\n \t \n", count: 6) + "Cite.",
        fixed: String(repeating: "Be brief.\n\n", count: 6) + "Cite.")
    ],
    silent: [
      String(repeating: "Tarnwell\\\n", count: 6) + "Utrecht", String(repeating: "Tarnwell  \n", count: 6) + "Utrecht",
      "```\n" + String(repeating: "a  \n", count: 9) + "```",
    ])

  /// A rule without settings.
  public init() {}

  /// Reports the file once, at the first of the lines.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    let edits = document.lines.indices.compactMap { blanks(at: $0, document) }.map(Edit.delete)
    guard let first = edits.first else { return }
    let finding = Finding(
      Self.page, .blanks(lines: edits.count), at: first.range,
      fix: Fix("delete the blanks", .safe, edits: edits, isDivisible: true))
    report(edits.count < Self.manyLines ? finding : finding.worthSaying(from: 1))
  }

  /// In lines: so many are a habit of an editor, and will be more. A choice.
  private static let manyLines = 10

  private func blanks(at index: Int, _ document: PromptDocument) -> SourceRange? {
    let line = document.lines[index]
    guard ![.code, .frontMatter, .notSent].contains(line.kind), line.range.start >= document.bodyRange.start else {
      return nil
    }
    let text = document.source.bytes(in: line.range)
    let count = text.reversed().prefix { $0 == 0x20 || $0 == 0x09 }.count
    guard count > 0, !isHardBreak(count, at: index, document) else { return nil }
    return SourceRange(line.range.end - count, line.range.end)
  }

  /// Two blanks or more break the line when text of the same paragraph follows.
  private func isHardBreak(_ blanks: Int, at index: Int, _ document: PromptDocument) -> Bool {
    let next = index + 1
    guard document.lines[index].kind == .prose, blanks >= 2, next < document.lines.count,
      document.lines[next].kind == .prose
    else { return false }
    let range = document.lines[next].range
    return !beginsItem(document.source.bytes(in: range)) && document.blocks(beginningIn: range).isEmpty
  }

  /// Whether a line begins an item of a list, and with it a paragraph of its own. Digits may be text that goes on.
  private func beginsItem(_ line: ArraySlice<UInt8>) -> Bool {
    let text = line.drop { $0 == 0x20 || $0 == 0x09 }.prefix(2)
    return text.count == 2 && "-*+".utf8.contains(text.first ?? 0) && text.last == 0x20
  }
}

extension Finding.Message {
  fileprivate static func blanks(lines: Int) -> Self {
    lines == 1 ? "1 line ends in blanks" : "\(lines.grouped) lines end in blanks"
  }
}
