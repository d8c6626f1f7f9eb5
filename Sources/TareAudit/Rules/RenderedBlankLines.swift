public import TarePrompts
import TareText

/// Flags statements of a template whose lines stay behind as blank lines.
public struct RenderedBlankLines: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "WSP006", name: "rendered-blank-lines",
    summary: "Statements of a template leave their line ends behind.",
    rationale: """
      Jinja takes a statement out and leaves its line: three conditions in a row make three blank lines. A mark such as \
      `{%-` takes the white space along, and so does `trim_blocks`, which a file cannot show.
      """,
    evidence: """
      November 2026: 190 such lines in 58 published templates. What they cost depends on the values, and whether \
      `trim_blocks` is set is not known, so the rule is off.
      """,
    severity: .info, isOnByDefault: false,
    triggering: [
      .init(
        "Rules:\n    {% if a %}\n- Be brief.\n    {% endif %}\n    {% if b %}\n- Cite.\n    {% endif %}\n",
        path: "rules.jinja")
    ],
    silent: ["Rules:\n{%- if a %}\nBe brief.\n{%- endif %}"])

  /// A rule without settings.
  public init() {}

  /// Reports the file once, at the first statement.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    guard document.language == .jinja else { return }
    let rests = document.placeholders.filter { $0.isControl }.map { rest(of: $0, document) }.filter { !$0.isEmpty }
    guard let first = rests.first?.first else { return }
    let line = document.lines[document.source.lineIndex(at: first.start)].range
    let edits = rests.joined().filter { !$0.isEmpty }.map(Edit.delete)
    report(Finding(Self.page, .lines(rests.count), at: line, wasting: edits))
  }

  /// What stays of the line of a statement that has it for itself and takes no white space along.
  private func rest(of mark: Placeholder, _ document: PromptDocument) -> [SourceRange] {
    let source = document.source
    let index = source.lineIndex(at: mark.range.start)
    let (line, whole) = (source.lineContentRange(index), source.lineRange(index))
    guard mark.range.end <= line.end, line.end < whole.end, !takesSpace(mark, source) else { return [] }
    let rest = [SourceRange(line.start, mark.range.start), SourceRange(mark.range.end, line.end)]
    guard rest.allSatisfy({ source.bytes(in: $0).allSatisfy { $0 == 0x20 || $0 == 0x09 } }) else { return [] }
    return [rest[0], SourceRange(mark.range.end, whole.end)]
  }

  private func takesSpace(_ mark: Placeholder, _ source: SourceText) -> Bool {
    [mark.range.start + 2, mark.range.end - 3].contains { source.utf8[$0] == UInt8(ascii: "-") }
  }
}

extension Finding.Message {
  fileprivate static func lines(_ count: Int) -> Self {
    count == 1 ? "1 statement leaves a blank line" : "\(count.grouped) statements leave a blank line each"
  }
}
