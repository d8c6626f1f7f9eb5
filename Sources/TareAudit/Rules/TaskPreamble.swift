public import TarePrompts
import TareText

/// Counts phrases that announce a task.
public struct TaskPreamble: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "VRB004", name: "task-preamble",
    summary: "A prompt announces a task before it gives it.",
    rationale: """
      "Your task is to sort" is "Sort". The rule is off and says it once for a file.
      """,
    evidence: """
      November 2026, 2,049 published prompts, with intensifiers and hedges: 36 % of the files, 0.30 % of their \
      tokens; about 8 of 20 that were read were waste.
      """,
    severity: .info, isOnByDefault: false,
    triggering: [.init("Your task is to sort tickets.")],
    silent: ["Sort tickets.", "> Your task is to sort tickets.", "Never write `Your task is to sort tickets.`."])

  private let search = PhraseSearch(.taskPreambles)

  /// A rule without settings.
  public init() {}

  /// Reports the file once, at the first of the phrases.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    PhraseCount(search, in: document).finding(Self.page, document, tokens).map(report)
  }
}
