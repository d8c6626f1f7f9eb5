public import TarePrompts
import TareText

/// Counts words that stand for one word.
public struct WordyConnective: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "VRB002", name: "wordy-connective",
    summary: "A prompt says in four words what one says.",
    rationale: """
      "In order to" is "to". The saving is real and tiny, so the rule is off and says it once for a file.
      """,
    evidence: """
      November 2026, 2,049 published prompts: 12.5 % of the files, 0.08 % of their tokens; 12 of 20 that were read \
      stood in the author's own words.
      """,
    severity: .info, isOnByDefault: false,
    triggering: [.init("Read the order in order to answer.")],
    silent: [
      "Read the order to answer.", "> Read the order in order to answer.",
      "Never write `Read the order in order to answer.`.",
    ])

  private let search = PhraseSearch(.wordyConnectives)

  /// A rule without settings.
  public init() {}

  /// Reports the file once, at the first of the phrases.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    PhraseCount(search, in: document).finding(Self.page, document, tokens).map(report)
  }
}
