public import TarePrompts
import TareText

/// Flags a clock, or a number drawn for each request, in front of text that could be cached.
public struct SubMinuteValueInPrefix: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "CCH002", name: "sub-minute-value-in-prefix",
    summary: "A clock or a request's number stands in front of text that could be cached.",
    rationale: """
      A customer's name breaks the cache once for each customer; a clock breaks it in every request, also between two \
      turns of one conversation. Nothing behind it is ever read from the cache. Give the time at the end, or leave it to \
      a tool.
      """,
    evidence: """
      Not measured by itself: of 394 published templates, 132 have more static text behind their first variable than \
      in front of it (November 2026). None in 213 other prompts (2026-11-21). The names of clocks and request numbers \
      are a list of this project; from 256 static tokens on, a conversation behind them is taken to grow past the \
      provider's minimum.
      """,
    severity: .error, scope: .request, supersedes: [VolatileBeforeStatic.page.code],
    triggering: [
      .init("It is now {{now}}.\n" + String(repeating: "Answer from the handbook only.\n", count: 200))
    ],
    silent: [
      String(repeating: "Answer from the handbook only.\n", count: 200) + "It is now {{now}}.",
      "You work for {{customer}}.\n" + String(repeating: "Answer from the handbook only.\n", count: 200),
      "It is now {{now}}.\nAnswer from the handbook only.",
    ])

  private let cacheableMinimum: Int

  /// In tokens, where the prompt itself is too short to be cached and only a conversation behind it is not. A choice,
  /// half of the lowest minimum a provider asks for.
  private static let leastStatic = 256

  /// The rule for a provider that caches prefixes from `cacheableMinimum` tokens on.
  public init(cacheableMinimum: Int) {
    self.cacheableMinimum = cacheableMinimum
  }

  /// Reports the first value that changes, if it is one of these and enough static text stands behind it.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    let least = min(cacheableMinimum, Self.leastStatic)
    guard let text = StaticText(document, tokens, atLeast: least), text.first.pace == .request else { return }
    let behind = text.countBehind()
    guard behind >= least else { return }
    let message: Finding.Message =
      behind < cacheableMinimum
      ? .everyConversation(text.first, staticTokens: behind) : .everyRequest(text.first, staticTokens: behind)
    report(Finding(Self.page, message, at: text.first.range, cost: .uncached(behind)))
  }
}

extension Finding.Message {
  fileprivate static func everyRequest(_ value: VolatileValue, staticTokens: Int) -> Self {
    "\(value.name) is another one in every request and keeps \(staticTokens.grouped) static tokens out of any cache"
  }

  fileprivate static func everyConversation(_ value: VolatileValue, staticTokens: Int) -> Self {
    """
    \(value.name) is another one in every request and keeps a conversation behind these \(staticTokens.grouped) static \
    tokens out of any cache
    """
  }
}
