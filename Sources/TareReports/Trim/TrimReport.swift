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

  /// The tokens of instructions that stand beside the messages.
  let instructionsBeside: Int

  /// An account of `plan`, which was made for `counted`.
  public init(_ plan: TrimPlan, of counted: CountedConversation, cost: PricedTrim? = nil) {
    self.plan = plan
    priced = cost
    encoding = counted.counter.tokenizer.encoding
    textBasis = counted.counter.textBasis
    framing = counted.counter.framing.title
    instructionsBeside = counted.counts.instructions.tokens
  }

  var hasLimit: Bool { plan.budget.tokens < Budget.unlimited.tokens }
  /// What is there whatever is kept: the tools and the opening of the reply.
  var fixedTokens: Int { plan.before.tokens - plan.decisions.reduce(0) { $0 + $1.tokens } }
  var dropped: [TrimDecision] { plan.decisions.filter { $0.action == .dropped } }
}
