public import TareTokens
public import TareTrim

/// The account of one trimming: what was kept, what was dropped and why, in tokens.
public struct TrimReport: Sendable {
  /// What was planned.
  public let plan: TrimPlan
  /// What counted the text.
  public let encoding: Encoding

  /// How far that encoding can be trusted for the model.
  public let textBasis: TokenCount.Basis

  /// An account of `plan`, whose text was counted in `encoding`.
  public init(_ plan: TrimPlan, encoding: Encoding, textBasis: TokenCount.Basis = .exact) {
    self.plan = plan
    self.encoding = encoding
    self.textBasis = textBasis
  }

  var hasLimit: Bool { plan.budget.tokens < Budget.unlimited.tokens }
  /// What is there whatever is kept: the tools and the opening of the reply.
  var fixedTokens: Int { plan.before.tokens - plan.decisions.reduce(0) { $0 + $1.tokens } }
  var dropped: [TrimDecision] { plan.decisions.filter { $0.action == .dropped } }
}
