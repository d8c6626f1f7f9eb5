public import TarePrompts
import TareText

/// Flags a prompt that sends more tokens than it was given.
public struct OverBudget: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "BUD001", name: "over-budget",
    summary: "A prompt sends more tokens than its budget.",
    rationale: """
      Prompts grow a sentence at a time and nobody sees the sum. A limit in the build makes whoever passes it say why.
      """,
    evidence: """
      Nothing to measure: the limit is yours.
      """,
    severity: .error, scope: .file,
    triggering: [.init("one two three four five six seven eight nine ten")],
    silent: ["one two three"])

  private let maxTokens: Int

  /// The rule with a limit of `maxTokens`.
  public init(maxTokens: Int) {
    self.maxTokens = maxTokens
  }

  /// Reports the file once, at its first byte.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    guard tokens.sent > maxTokens else { return }
    let place = SourceRange(document.source.byteOrderMarkLength, document.source.byteOrderMarkLength)
    report(
      Finding(
        Self.page, .overBudget(sent: tokens.sent, limit: maxTokens), at: place, cost: .over(tokens.sent - maxTokens)))
  }
}

extension Finding.Message {
  fileprivate static func overBudget(sent: Int, limit: Int) -> Self {
    "prompt sends \(sent.grouped) tokens, \((sent - limit).grouped) over its budget of \(limit.grouped)"
  }
}
