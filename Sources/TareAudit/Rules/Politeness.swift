public import TarePrompts
import TareText

/// Counts please, thank you and their kin.
public struct Politeness: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "VRB001", name: "politeness",
    summary: "A prompt says please and thank you.",
    rationale: """
      A courtesy costs a token and changes no answer for certain: studies of its effect point both ways. All of them \
      together are a hundredth of a percent of what prompts cost, so the rule is off and says it once for a file.
      """,
    evidence: """
      November 2026, 2,049 published prompts: 10 % of the files, 0.09 % of their tokens; 16 of 20 that were read \
      were courtesies.
      """,
    severity: .info, isOnByDefault: false,
    triggering: [.init("Please answer in English.")],
    silent: ["Answer in English.", "> Please answer in English.", "Never write `Please answer in English.`."])

  private let search = PhraseSearch(.politeness)

  /// A rule without settings.
  public init() {}

  /// Reports the file once, at the first of the phrases.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    PhraseCount(search, in: document).finding(Self.page, document, tokens).map(report)
  }
}
