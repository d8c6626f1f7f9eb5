public import TarePrompts
import TareText

/// Flags a prompt that sends more tokens than it was given.
public struct OverBudget: Rule {
  /// What the rule says about itself.
  public static let page = RulePage(
    code: "BUD001", name: "over-budget",
    summary: "A prompt sends more tokens than its budget.",
    rationale: """
      Prompts grow a sentence at a time and nobody sees the sum. A limit in the build makes whoever passes it say why.
      """,
    evidence: """
      Nothing to measure: the limit is yours.
      """,
    severity: .error, scope: .file,
    triggering: [.init("one two three four five six seven eight nine ten")],
    silent: ["one two three"])

  private let maxTokens: Int?
  private let sections: [SectionBudget]

  /// The rule with a limit of `maxTokens` for each file, and those of sections.
  public init(maxTokens: Int?, sections: [SectionBudget] = []) {
    self.maxTokens = maxTokens
    self.sections = sections
  }

  /// Reports the file once, at its first byte, and each section at its heading.
  public func check(_ document: PromptDocument, tokens: PromptTokens, report: (Finding) -> Void) {
    for budget in sections { check(budget, document, tokens, report) }
    guard let maxTokens, tokens.sent > maxTokens else { return }
    let place = SourceRange(document.source.byteOrderMarkLength, document.source.byteOrderMarkLength)
    report(
      Finding(
        Self.page, .overBudget(sent: tokens.sent, limit: maxTokens), at: place, cost: .over(tokens.sent - maxTokens)))
  }

  private func check(
    _ budget: SectionBudget, _ document: PromptDocument, _ tokens: PromptTokens, _ report: (Finding) -> Void
  ) {
    guard let limit = budget.limits.maxTokens else { return }
    for section in SectionTokens(document, tokens).sections(titled: budget.title) where section.tokens > limit {
      report(
        Finding(
          Self.page, .overBudget(section: section, limit: limit), at: section.place,
          cost: .over(section.tokens - limit)))
    }
  }
}

extension Finding.Message {
  fileprivate static func overBudget(section: SectionTokens.Section, limit: Int) -> Self {
    """
    section "\(section.title)" sends \(section.tokens.grouped) tokens, \((section.tokens - limit).grouped) over its \
    budget of \(limit.grouped)
    """
  }

  fileprivate static func overBudget(sent: Int, limit: Int) -> Self {
    "prompt sends \(sent.grouped) tokens, \((sent - limit).grouped) over its budget of \(limit.grouped)"
  }
}
