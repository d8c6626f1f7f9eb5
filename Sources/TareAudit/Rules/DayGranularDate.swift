public import TarePrompts
import TareText

/// Flags a date in front of text that could be cached.
public struct DayGranularDate: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "CCH003", name: "day-granular-date",
    summary: "A date stands in front of text that could be cached.",
    rationale: """
      A date changes once a day, so the text behind it is written to the cache once a day and read for the rest of it: \
      cheap, and mostly meant. It is worth knowing where requests are few.
      """,
    evidence: "Not measured; off by default because one write a day costs next to nothing.",
    severity: .info, scope: .request, isOnByDefault: false, supersedes: [VolatileBeforeStatic.page.code],
    triggering: [
      .init("Today is {{current_date}}.\n" + String(repeating: "Answer from the handbook only.\n", count: 200))
    ],
    silent: [
      "It is now {{now}}.\n" + String(repeating: "Answer from the handbook only.\n", count: 200),
      "Today is {{current_date}}.\nAnswer from the handbook only.",
    ])

  private let cacheableMinimum: Int

  /// The rule for a provider that caches prefixes from `cacheableMinimum` tokens on.
  public init(cacheableMinimum: Int) {
    self.cacheableMinimum = cacheableMinimum
  }

  /// Reports the first value that changes, if it is a date and enough static text stands behind it.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    guard let text = StaticText(document, tokens, atLeast: cacheableMinimum), text.first.pace == .day else { return }
    let behind = text.countBehind()
    guard behind >= cacheableMinimum else { return }
    report(
      Finding(
        Self.page, .everyDay(text.first, staticTokens: behind), at: text.first.range, cost: .uncached(behind)))
  }
}

extension Finding.Message {
  fileprivate static func everyDay(_ value: VolatileValue, staticTokens: Int) -> Self {
    "\(value.name) changes once a day, and \(staticTokens.grouped) static tokens are written to the cache anew with it"
  }
}
