public import TarePrompts
import TareText

/// Counts instructions that every model follows anyway.
public struct GenericInstruction: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "VRB007", name: "generic-instruction",
    summary: "A prompt asks for what every model does anyway.",
    rationale: """
      "Be helpful" moves no answer. Often a specific instruction follows, and then the general one is its heading; \
      so the rule is off and says it once for a file.
      """,
    evidence: """
      November 2026, 2,049 published prompts: 9 % of the files, 0.016 % of all tokens; 2 to 3 of 20 that were read \
      were waste.
      """,
    severity: .info, isOnByDefault: false,
    triggering: [.init("Be helpful. Quote the paragraph.")],
    silent: [
      "Quote the paragraph.", "> Be helpful. Quote the paragraph.", "Never write `Be helpful. Quote the paragraph.`.",
    ])

  private let search = PhraseSearch(.genericInstructions)

  /// A rule without settings.
  public init() {}

  /// Reports the file once, at the first of the phrases.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    PhraseCount(search, in: document).finding(Self.page, document, tokens).map(report)
  }
}
