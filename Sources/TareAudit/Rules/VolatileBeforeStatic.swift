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
    evidence: """
      November 2026: in 132 of 394 published templates more static text stands behind the first variable than before \
      it, 41 % of all their static tokens; 8 of the templates have 1,024 static tokens or more. A 9,938-token prompt \
      of a coding agent had its first variable at token 312. None in 213 other prompts (2026-11-21); of 250 times, \
      numbers and names put into the first line of long ones 249 are found, of 50 dates that never change none.
      """,
    severity: .warning, scope: .request,
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
    guard let text = StaticText(document, tokens, atLeast: cacheableMinimum) else { return }
    let behind = text.countBehind()
    guard behind >= cacheableMinimum else { return }
    report(
      Finding(Self.page, .volatile(text.first, staticTokens: behind), at: text.first.range, cost: .uncached(behind)))
  }
}

extension Finding.Message {
  fileprivate static func volatile(_ value: VolatileValue, staticTokens: Int) -> Self {
    value.pace == .day
      ? "\(value.name) changes once a day, and \(staticTokens.grouped) static tokens are written to the cache anew with it"
      : "\(value.name) changes between requests and keeps \(staticTokens.grouped) static tokens behind it out of the cache"
  }
}
