public import TarePrompts
import TareText

/// Flags blank lines in front of a prompt and behind it.
public struct EdgeBlankLines: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "WSP004", name: "edge-blank-lines",
    summary: "A prompt begins or ends with blank lines.",
    rationale: """
      They are sent as tokens of their own, and a blank line at the end comes and goes with the editor, which changes what \
      a cache has stored of the text behind it.
      """,
    evidence: """
      November 2026, 2,049 published prompts: all blank lines together hold 0.07 % of the tokens. A matter of formatting, \
      so the rule is off.
      """,
    severity: .info, isOnByDefault: false, fixSafety: .safe,
    triggering: [.init("\n\nBe brief.\n\n\n", fixed: "Be brief.\n")],
    silent: ["Be brief.", "Be brief.\n", "Be brief.\n\nCite."])

  /// A rule without settings.
  public init() {}

  /// Reports the file once.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    guard document.embedded.isEmpty, !document.trimsEdges else { return }
    let body = document.lines.filter { $0.range.start >= document.bodyRange.start && $0.kind != .frontMatter }
    guard let first = body.first(where: { $0.kind != .blank }), let last = body.last(where: { $0.kind != .blank })
    else { return }
    let head = SourceRange(document.bodyRange.start, max(document.bodyRange.start, first.range.start))
    let tail = SourceRange(document.source.lineRange(last.index).end, document.bodyRange.end)
    let edits = [head, tail].filter { !$0.isEmpty && isWhole($0, document) }.map(Edit.delete)
    guard let place = edits.first else { return }
    report(
      Finding(
        Self.page, "blank lines at an end of the prompt", at: SourceRange(place.range.start, place.range.start),
        fix: Fix("delete the blank lines", .safe, edits: edits, isDivisible: true)))
  }

  /// Whether whole lines are taken and not the indentation of a first line.
  private func isWhole(_ range: SourceRange, _ document: PromptDocument) -> Bool {
    document.source.bytes(in: range).contains(0x0A) && document.source.bytes(in: range).allSatisfy { $0 <= 0x20 }
  }
}

extension PromptDocument {
  /// Whether whoever sends the prompt takes white space away from the edges of its messages.
  fileprivate var trimsEdges: Bool { format == .prompty || sentTexts.contains { $0.role != nil } }
}
