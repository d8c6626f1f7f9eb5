public import TarePrompts
import TareText

/// Counts words that only make a sentence louder.
public struct Intensifier: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "VRB005", name: "intensifier",
    summary: "A prompt says very, really and extremely.",
    rationale: """
      Where everything is extremely important, nothing is. The rule is off and says it once for a file.
      """,
    evidence: """
      November 2026, 2,049 published prompts, with hedges and preambles: 36 % of the files, 0.30 % of their tokens; \
      about 8 of 20 that were read were waste.
      """,
    severity: .info, isOnByDefault: false,
    triggering: [.init("Be very brief.")],
    silent: ["Be brief.", "> Be very brief.", "Never write `Be very brief.`."])

  private let search = PhraseSearch(.intensifiers)

  /// A rule without settings.
  public init() {}

  /// Reports the file once, at the first of the phrases.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    PhraseCount(search, in: document).finding(Self.page, document, tokens).map(report)
  }
}
