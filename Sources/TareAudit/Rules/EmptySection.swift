public import TarePrompts
import TareText

/// Flags headings with nothing below them.
public struct EmptySection: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "FMT012", name: "empty-section",
    summary: "A heading has nothing below it.",
    rationale: "What was to stand there is missing, or the heading can go with it.",
    evidence: """
      November 2026, 2,049 published prompts: in 2.9 % of the files, 0.06 % of all tokens. Of 20 that were read, 2 were \
      waste: most are forms for an answer. So the rule is off.
      """,
    severity: .info, isOnByDefault: false, fixSafety: .unsafe,
    triggering: [.init("# Tone\n\n# Rules\n\nBe brief.", fixed: "# Rules\n\nBe brief.")],
    silent: ["# Rules\n\n## Tone\n\nBe brief.", "# Output format\n\n## Summary\n\n## Sources\n\n# Rules\n\nBe brief."])

  /// A rule without settings.
  public init() {}

  /// Reports each such section, at its heading.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    for (index, section) in document.sections.enumerated() where isEmpty(section, document) {
      let hasParts = document.sections.indices.contains(index + 1) && document.sections[index + 1].parent == index
      guard !hasParts, !document.expectsRepetition(at: section.lines.lowerBound) else { continue }
      report(
        Finding(
          Self.page, "section \"\(section.title)\" is empty", at: document.lines[section.lines.lowerBound].range,
          fix: Fix("delete the heading", .unsafe, edits: [document.deletion(ofLines: section.lines)])))
    }
  }

  private func isEmpty(_ section: PromptSection, _ document: PromptDocument) -> Bool {
    document.lines[section.lines].allSatisfy { $0.kind == .blank || $0.kind == .heading }
      && section.lines.upperBound < document.lines.count
  }
}
