public import TarePrompts
import TareText

/// Flags prompts that fill much of what the model can read.
public struct ContextShare: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "BUD007", name: "context-share",
    summary: "A prompt takes more than a quarter of what the model reads at once.",
    rationale: """
      The conversation, what was retrieved and the answer have to fit behind it. A model that is at its limit refuses the \
      request or forgets its beginning, and long contexts are read less well than short ones.
      """,
    evidence: """
      November 2026: the largest of 2,049 published prompts has 65,978 tokens, half of a window of 128,000; nine tenths have \
      fewer than 3,600. The windows are those of the price list.
      """,
    severity: .warning, scope: .file,
    triggering: [.init(String(repeating: "Answer from the handbook only.\n", count: 10))],
    silent: ["Be brief."])

  /// In hundredths.
  private static let mostShare = 25

  private let contextWindow: Int

  /// The rule for a model that reads `contextWindow` tokens at once.
  public init(contextWindow: Int) {
    self.contextWindow = contextWindow
  }

  /// Reports the file once, at its beginning.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    guard tokens.sent * 100 > contextWindow * Self.mostShare, let first = document.lines.first else { return }
    report(
      Finding(
        Self.page, .share(tokens.sent, of: contextWindow), at: SourceRange(first.range.start, first.range.start),
        cost: .held(tokens.sent)))
  }
}

extension Finding.Message {
  fileprivate static func share(_ sent: Int, of window: Int) -> Self {
    "prompt takes \(sent * 100 / max(window, 1)) % of the \(window.grouped) tokens that the model reads at once"
  }
}
