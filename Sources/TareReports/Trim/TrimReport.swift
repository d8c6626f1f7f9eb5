public import TareTokens
public import TareTrim

/// The account of one trimming: what was kept, what was dropped and why, in tokens.
public struct TrimReport: Sendable {
  /// What was planned.
  public let plan: TrimPlan
  /// What counted the text.
  public let encoding: Encoding

  /// An account of `plan`.
  public init(_ plan: TrimPlan, encoding: Encoding) {
    self.plan = plan
    self.encoding = encoding
  }

  var hasLimit: Bool { plan.budget.tokens < Budget.unlimited.tokens }
  var dropped: [TrimDecision] { plan.decisions.filter { $0.action == .dropped } }
}
