public import TarePrompts
import TareText

/// Flags a change in text that requests share.
public struct PrefixChangedOverBase: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "CCH005", name: "prefix-changed-vs-base",
    summary: "A change in the shared start of a prompt makes a cache write the rest of it anew.",
    rationale: """
      When this is deployed, the first request of each cache pays for everything behind the change once more. That is \
      cheap, and mostly meant; it is worth knowing where caches are many or a prompt changes every day. A change nearer to \
      the end would leave more of the prefix warm.
      """,
    evidence: "Not measured: the condition is arithmetic over the provider's published minimum.",
    severity: .info, scope: .file,
    triggering: [
      .init(
        "Be brief.\n" + String(repeating: "Answer from the handbook only.\n", count: 200),
        base: "Be polite.\n" + String(repeating: "Answer from the handbook only.\n", count: 200))
    ],
    silent: [String(repeating: "Answer from the handbook only.\n", count: 200)])

  private let cacheableMinimum: Int

  /// The rule for a provider that caches prefixes from `cacheableMinimum` tokens on.
  public init(cacheableMinimum: Int) {
    self.cacheableMinimum = cacheableMinimum
  }

  /// Reports the file once, where it stops being what it was.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    guard let base = tokens.base, base.stable >= cacheableMinimum, base.keptStable < base.stable else { return }
    let place = SourceRange(base.change, base.change)
    report(Finding(Self.page, .changed(kept: base.keptStable, of: base.stable), at: place))
  }
}

extension Finding.Message {
  fileprivate static func changed(kept: Int, of stable: Int) -> Self {
    """
    of the \(stable.grouped) tokens that requests shared, \((stable - kept).grouped) stand behind the first change and \
    are written to the cache anew, once
    """
  }
}
