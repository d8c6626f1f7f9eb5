public import TarePrompts
import TareText

/// Flags blanks between the mark of a list item and its text.
public struct ListMarkerPadding: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "WSP002", name: "list-marker-padding",
    summary: "Items of a list stand more than one blank behind their marks.",
    rationale: """
      Some editors put three blanks behind a dash. One is enough, and then the blank is part of the first word's token. \
      Items of more than one line are left alone, since their other lines are indented to match.
      """,
    evidence: """
      November 2026, 2,049 published prompts: found in 1.1 % of the files, 0.61 % of their tokens, at most 6 %. A file is \
      named when five tokens or more can go.
      """,
    severity: .info, fixSafety: .safe, leastSaving: 5,
    triggering: [
      .init(
        String(repeating: "-   Be brief\n", count: 6), fixed: String(repeating: "- Be brief\n", count: 6))
    ],
    silent: [String(repeating: "- Be brief\n", count: 6), "-   Be brief\n    and kind\n"])

  /// A rule without settings.
  public init() {}

  /// Reports the file once, at the first of the items.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    // Items that begin on one line, as in "- - a", stand in it once.
    let items = Set(document.blocks.lazy.filter { $0.kind == .listItem && $0.lines.count == 1 }.map(\.lines.lowerBound))
    let edits = items.sorted().compactMap { padding(ofLine: $0, document) }.map(Edit.delete)
    guard let first = edits.first else { return }
    report(
      Finding(
        Self.page, .padded(items: edits.count), at: first.range,
        fix: Fix("leave one blank behind each mark", .safe, edits: edits, isDivisible: true)))
  }

  /// In blanks: what stands further off is code in Markdown.
  private static let mostPadding = 4

  /// The blanks behind the mark but for the first.
  private func padding(ofLine index: Int, _ document: PromptDocument) -> SourceRange? {
    let line = document.lines[index]
    guard line.kind == .prose else { return nil }
    let text = document.source.bytes(in: line.range)
    let mark = text.drop { $0 == 0x20 || $0 == 0x09 }
    let digits = mark.prefix(while: \.isASCIIDigit).count
    guard let end = mark.dropFirst(digits).first, (digits > 0 ? ".)" : "-*+").utf8.contains(end) else { return nil }
    let blanks = mark.dropFirst(digits + 1)
    let count = blanks.prefix { $0 == 0x20 }.count
    guard (2...Self.mostPadding).contains(count), let next = blanks.dropFirst(count).first else { return nil }
    // Figures are lined up on purpose, what begins like an item becomes one, and " * " continues a comment.
    let isComment = end == UInt8(ascii: "*") && mark.startIndex == text.startIndex + 1
    guard !next.isASCIIDigit, !"-*+".utf8.contains(next), !isComment else { return nil }
    return SourceRange(blanks.startIndex + 1, blanks.startIndex + count)
  }
}

extension Finding.Message {
  fileprivate static func padded(items: Int) -> Self {
    items == 1 ? "1 item stands off its mark" : "\(items.grouped) items stand off their marks"
  }
}
