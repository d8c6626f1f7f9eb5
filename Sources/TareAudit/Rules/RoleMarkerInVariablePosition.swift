public import TarePrompts
import TareText

/// Flags lines that open a message for whoever a variable names.
public struct RoleMarkerInVariablePosition: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "TPL006", name: "role-marker-in-variable-position",
    summary: "A variable decides who says the message that begins here.",
    rationale: """
      Formats that cut messages at lines such as `user:` do so after the values are filled in. Where a value makes that \
      line, whoever supplies it chooses the speaker, `system` included.
      """,
    evidence: """
      November 2026: 3 of 25 published templates of promptflow write the role of past turns this way, and mean it; the \
      rule is off.
      """,
    severity: .warning, scope: .file, isOnByDefault: false,
    triggering: [
      .init(
        "system:\nAnswer in English.\n{% for turn in history %}\n{{turn.role}}:\n{{turn.text}}\n{% endfor %}",
        path: "chat.jinja")
    ],
    silent: ["{{customer}}:\nAnswer in English."])

  /// A rule without settings.
  public init() {}

  /// Reports each such place.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    guard document.sentTexts.contains(where: { $0.role != nil }), document.embedded.isEmpty else { return }
    for mark in document.placeholders where !mark.isComment && isRole(mark, document) {
      let name = document.source.string(in: mark.range)
      report(Finding(Self.page, "\"\(name)\" decides who says this message", at: mark.range))
    }
  }

  private func isRole(_ mark: Placeholder, _ document: PromptDocument) -> Bool {
    if mark.name.hasPrefix("role "), document.format == .dotprompt { return !mark.name.contains("\"") }
    guard document.language == .jinja, !mark.isControl, !mark.isInCode else { return false }
    let line = document.lines[document.source.lineIndex(at: mark.range.start)].range
    let before = document.source.bytes(in: SourceRange(line.start, max(line.start, mark.range.start)))
    let behind = document.source.bytes(in: SourceRange(min(mark.range.end, line.end), line.end))
    return before.allSatisfy { " \t#".utf8.contains($0) } && behind.first == UInt8(ascii: ":")
      && behind.dropFirst().allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }
}
