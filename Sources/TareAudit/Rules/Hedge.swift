public import TarePrompts
import TareText

/// Counts phrases that announce a sentence.
public struct Hedge: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "VRB003", name: "hedge",
    summary: "A prompt announces a sentence before it says it.",
    rationale: """
      "It is important to note that" is true of every line of a prompt. The rule is off and says it once for a file.
      """,
    evidence: """
      November 2026, 2,049 published prompts, with intensifiers and preambles: 36 % of the files, 0.30 % of their \
      tokens; about 8 of 20 that were read were waste.
      """,
    severity: .info, isOnByDefault: false,
    triggering: [.init("It is important to note that refunds take five days.")],
    silent: [
      "Refunds take five days.", "> It is important to note that refunds take five days.",
      "Never write `It is important to note that refunds take five days.`.",
    ])

  private let search = PhraseSearch(.hedges)

  /// A rule without settings.
  public init() {}

  /// Reports the file once, at the first of the phrases.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    PhraseCount(search, in: document).finding(Self.page, document, tokens).map(report)
  }
}
