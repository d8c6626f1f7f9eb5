public import TarePrompts
import TareText

/// Flags a value that splits static text into halves too short to be cached.
public struct PrefixBelowMinimum: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "CCH004", name: "prefix-below-minimum",
    summary: "A value that changes splits static text that a cache would hold in one piece.",
    rationale: """
      Providers cache no prefix below a minimum. Here the text in front of the first value is too short for it, and so is \
      the text behind it; with the value at the end, both together are long enough.
      """,
    evidence: """
      2026-11-21: 1 found among 213 published prompts, and right. The condition is arithmetic over the provider's \
      published minimum.
      """,
    severity: .info, scope: .request,
    triggering: [
      .init(
        String(repeating: "Answer from the handbook only.\n", count: 120) + "You work for {{customer}}.\n"
          + String(repeating: "Answer from the handbook only.\n", count: 120))
    ],
    silent: [
      "Answer from the handbook only.\nYou work for {{customer}}.\nQuote the paragraph.",
      String(repeating: "Answer from the handbook only.\n", count: 240) + "You work for {{customer}}.",
      "You work for {{customer}}.\n" + String(repeating: "Answer from the handbook only.\n", count: 240),
    ])

  private let cacheableMinimum: Int

  /// The rule for a provider that caches prefixes from `cacheableMinimum` tokens on.
  public init(cacheableMinimum: Int) {
    self.cacheableMinimum = cacheableMinimum
  }

  /// Reports the first value that changes.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    guard let text = StaticText(document, tokens, atLeast: cacheableMinimum) else { return }
    let before = text.countBefore()
    guard before < cacheableMinimum else { return }
    let behind = text.countBehind()
    guard behind < cacheableMinimum, before + behind >= cacheableMinimum else { return }
    let message: Finding.Message = .split(text.first, before, behind, minimum: cacheableMinimum)
    report(Finding(Self.page, message, at: text.first.range, cost: .uncached(before + behind)))
  }
}

extension Finding.Message {
  fileprivate static func split(_ value: VolatileValue, _ before: Int, _ behind: Int, minimum: Int) -> Self {
    """
    \(value.name) splits \((before + behind).grouped) static tokens, and the \(before.grouped) in front of it are fewer \
    than the \(minimum.grouped) that are cached
    """
  }
}
