public import TarePrompts
import TareText

/// Flags a changing value that stands in front of much text that never changes.
public struct VolatileBeforeStatic: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "CCH001", name: "volatile-before-static",
    summary: "A value that changes stands in front of text that could be cached.",
    rationale: """
      Providers cache a prefix that is the same to the byte. Behind the first value that differs between requests,
      nothing is shared any more, however static it is; moved to the end, the value costs only itself. Prefixes below
      the provider's minimum are never cached, so the rule is silent until the static text behind the value is longer.
      """,
    severity: .warning,
    triggering: [
      .init("You work for {{customer}}.\n" + String(repeating: "Answer from the handbook only.\n", count: 200))
    ],
    silent: [
      String(repeating: "Answer from the handbook only.\n", count: 200) + "You work for {{customer}}.",
      "You work for {{customer}}.\nAnswer from the handbook only.",
    ])

  private let cacheableMinimum: Int

  /// The rule for a provider that caches prefixes from `cacheableMinimum` tokens on.
  public init(cacheableMinimum: Int) {
    self.cacheableMinimum = cacheableMinimum
  }

  /// Reports the first value that changes, if enough static text stands behind it.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    let values = VolatileValue.all(in: document)
    guard let first = values.first else { return }
    let behind = staticTokens(behind: first.range.end, in: document, values, tokens)
    guard behind >= cacheableMinimum else { return }
    report(Finding(Self.page, .volatile(first, staticTokens: behind), at: first.range, cost: .uncached(behind)))
  }

  /// The tokens of the text behind `offset` without the values in it, each stretch counted by itself.
  private func staticTokens(
    behind offset: Int, in document: PromptDocument, _ values: [VolatileValue], _ tokens: PromptTokens
  ) -> Int {
    var count = 0
    var start = offset
    for value in values where value.range.start >= start {
      count += tokens.count(in: SourceRange(start, value.range.start))
      start = value.range.end
    }
    return count + tokens.count(in: SourceRange(start, max(start, document.bodyRange.end)))
  }
}

extension Finding.Message {
  fileprivate static func volatile(_ value: VolatileValue, staticTokens: Int) -> Self {
    "\(value.name) changes between requests and keeps \(staticTokens.grouped) static tokens behind it out of the cache"
  }
}
