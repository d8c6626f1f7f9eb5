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

  private let allowed: Growth?
  private let sections: [SectionBudget]

  /// The rule that lets a prompt grow by `allowed`, and sections by what their budgets say.
  public init(allowed: Growth?, sections: [SectionBudget] = []) {
    self.allowed = allowed
    self.sections = sections
  }

  /// Reports the file once, at its first byte, and each section at its heading.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    guard let base = tokens.base else { return }
    for budget in sections { check(budget, document, tokens, base, report) }
    guard let allowed, tokens.sent > base.sent else { return }
    let limit = allowed.limit(from: base.sent)
    guard tokens.sent > limit else { return }
    let place = SourceRange(document.source.byteOrderMarkLength, document.source.byteOrderMarkLength)
    report(
      Finding(
        Self.page, .grown("prompt", from: base.sent, to: tokens.sent, allowed: allowed), at: place,
        cost: .over(tokens.sent - limit)))
  }

  /// Sections of one title are compared in their order; one that is new has nothing to grow from.
  private func check(
    _ budget: SectionBudget, _ document: PromptDocument, _ tokens: PromptTokens, _ base: BasePrompt,
    _ report: (Finding) -> Void
  ) {
    guard let allowed = budget.limits.maxGrowth else { return }
    let before = base.sections.sections(titled: budget.title)
    let now = SectionTokens(document, tokens).sections(titled: budget.title)
    for (old, section) in zip(before, now) {
      let limit = allowed.limit(from: old.tokens)
      guard section.tokens > limit, section.tokens > old.tokens else { continue }
      report(
        Finding(
          Self.page, .grown("section \"\(section.title)\"", from: old.tokens, to: section.tokens, allowed: allowed),
          at: section.place, cost: .over(section.tokens - limit)))
    }
  }
}

extension Finding.Message {
  static func grown(_ subject: String, from before: Int, to now: Int, allowed: Growth) -> Self {
    let limit =
      switch allowed {
      case .tokens(let tokens): "\(tokens.grouped) tokens"
      case .percent(let percent): "\(percent) %"
      }
    return "\(subject) grew from \(before.grouped) to \(now.grouped) tokens; a change may add \(limit)"
  }
}
