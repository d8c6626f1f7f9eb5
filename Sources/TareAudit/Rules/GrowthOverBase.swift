public import TarePrompts
import TareText

/// Flags a prompt that grew by more than it may.
public struct GrowthOverBase: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "BUD002", name: "growth-over-base",
    summary: "A prompt grew by more tokens than a change may add.",
    rationale: """
      A tight limit on size makes people delete what carries weight; a limit on growth asks only about what comes in. The \
      prompt is compared with itself at another state, mostly the merge base; a new file has nothing to grow from.
      """,
    evidence: """
      Nothing to measure: the limit is yours. Issues of other linters report that limits on size were met by deleting \
      rules that mattered, and that limits on lines let five skills of more than 5,000 tokens pass.
      """,
    severity: .error, scope: .file,
    triggering: [
      .init(
        "Answer from the handbook. Quote the paragraph, its title, its number and the year of its last change.",
        base: "Answer from the handbook.")
    ],
    silent: ["Answer from the handbook. Quote the paragraph, its title, its number and the year of its last change."])

  private let allowed: Growth

  /// The rule that lets a prompt grow by `allowed`.
  public init(allowed: Growth) {
    self.allowed = allowed
  }

  /// Reports the file once, at its first byte.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    guard let base = tokens.base, tokens.sent > base.sent else { return }
    let limit = allowed.limit(from: base.sent)
    guard tokens.sent > limit else { return }
    let place = SourceRange(document.source.byteOrderMarkLength, document.source.byteOrderMarkLength)
    report(
      Finding(
        Self.page, .grown(from: base.sent, to: tokens.sent, allowed: allowed), at: place,
        cost: .over(tokens.sent - limit)))
  }
}

extension Finding.Message {
  fileprivate static func grown(from before: Int, to now: Int, allowed: Growth) -> Self {
    let limit =
      switch allowed {
      case .tokens(let tokens): "\(tokens.grouped) tokens"
      case .percent(let percent): "\(percent) %"
      }
    return "prompt grew from \(before.grouped) to \(now.grouped) tokens; a change may add \(limit)"
  }
}
