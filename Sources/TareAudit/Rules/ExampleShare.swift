public import TarePrompts
import TareText

/// Reports prompts of which more than half are examples.
public struct ExampleShare: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "BUD006", name: "example-share",
    summary: "Examples hold more than half of the tokens, and at least 500.",
    rationale: """
      Examples are sent with every request. The third of a kind seldom teaches what the first two did not; evaluations with \
      fewer of them say whether it does.
      """,
    evidence: """
      November 2026: sections of examples hold 6.8 % of the tokens of 2,049 published prompts. How many of them are needed \
      cannot be read off, so the rule is off.
      """,
    severity: .info, isOnByDefault: false,
    triggering: [
      .init("Be brief.\n\n# Examples\n\n" + String(repeating: "The customer asks and the desk answers.\n", count: 80))
    ],
    silent: ["Be brief.\n\n# Examples\n\nThe customer asks and the desk answers."])

  private static let leastTokens = 500
  /// In hundredths of what the prompt sends.
  private static let leastShare = 50

  /// A rule without settings.
  public init() {}

  /// Reports the file once, at its first examples.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    guard tokens.sent >= Self.leastTokens else { return }
    let examples = document.zones.outermost(.example)
    let held = examples.reduce(0) { $0 + tokens.count(in: document.range(ofLines: $1)) }
    guard let first = examples.first, held >= Self.leastTokens, held * 100 >= tokens.sent * Self.leastShare else {
      return
    }
    let place = document.lines[first.lowerBound].range
    report(Finding(Self.page, .share(held * 100 / max(tokens.sent, 1)), at: place, cost: .held(held)))
  }
}

extension Finding.Message {
  fileprivate static func share(_ share: Int) -> Self { "examples hold \(share) % of the tokens" }
}
