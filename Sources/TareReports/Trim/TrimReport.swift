public import TareConversations
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

  /// Where the formulas for what stands around the text come from.
  public let framing: String

  /// What it costs or saves; `nil` where no price is known.
  public let priced: PricedTrim?

  /// An account of `plan`, whose tokens `counter` counted.
  public init(_ plan: TrimPlan, counter: MessageCounter, cost: PricedTrim? = nil) {
    self.plan = plan
    priced = cost
    encoding = counter.tokenizer.encoding
    textBasis = counter.textBasis
    framing = counter.framing.title
  }

  var hasLimit: Bool { plan.budget.tokens < Budget.unlimited.tokens }
  /// What is there whatever is kept: the tools and the opening of the reply.
  var fixedTokens: Int { plan.before.tokens - plan.decisions.reduce(0) { $0 + $1.tokens } }
  var dropped: [TrimDecision] { plan.decisions.filter { $0.action == .dropped } }
}
