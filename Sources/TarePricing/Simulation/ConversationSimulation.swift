/// Replays a conversation request by request, as an app sends it and a provider bills it.
///
/// The assumptions: marks stand at the end of the system prompt and of the newest message, or where the terms say; an
/// entry that is read or marked again lives on; answers come back unchanged as input; a summary is one separate request
/// to the same model, past the cache. An automatic cache serves whatever it may, or the share of it that the terms say.
public struct ConversationSimulation: Sendable {
  /// The conversation.
  public let conversation: SimulatedConversation
  /// What the model charges, as it is at the time of the conversation.
  public let rate: Rate
  /// How its provider bills a repeated prefix.
  public let terms: CacheTerms

  /// A conversation with a model.
  public init(_ conversation: SimulatedConversation, rate: Rate, terms: CacheTerms) {
    (self.conversation, self.rate, self.terms) = (conversation, rate, terms)
  }

  /// What `policy` makes the conversation cost.
  ///
  /// - Throws: ``SimulationError`` for numbers out of range and for tokens without a known price.
  /// - Complexity: O(requests of all conversations).
  public func bill(_ policy: HistoryPolicy, gaps: GapPattern) throws(SimulationError) -> SimulatedBill {
    try policy.validate()
    try gaps.validate()
    try checkRange(policy, conversations: gaps.conversations)
    var run = SimulationRun(self, policy)
    gaps.forEachConversation(turns: conversation.turns.count) { run.replay(gaps: $0) }
    do { return try run.bill(of: gaps.conversations) } catch { throw .pricing(error) }
  }

  /// The most requests of all conversations together: some seconds of work.
  public static let requestLimit = 50_000_000

  /// No sum of tokens can leave the range of `Int` afterwards.
  private func checkRange(_ policy: HistoryPolicy, conversations: Int) throws(SimulationError) {
    let summary = policy.summary.map { $0.tokens + $0.instructionTokens } ?? 0
    let whole = conversation.turns.reduce(conversation.systemTokens + 2 * summary) { $0 + $1.tokens }
    let requests = conversation.turns.count * conversations
    guard requests <= Self.requestLimit else { throw .requests(requests, limit: Self.requestLimit) }
    guard Int128(requests) * Int128(whole) <= Int128(Int.max) else { throw .pricing(.overflow) }
  }
}

/// The sums of a simulation while it runs.
private struct SimulationRun {
  private let simulation: ConversationSimulation
  private let policy: HistoryPolicy
  private var requests: TieredTally
  private var summaries: TieredTally
  private var (requestCount, hits, largestInput, keptTurns) = (0, 0, 0, 0)
  private var fewestKeptTurns: Int?
  /// Whether hits are granted; drawn once for each request, so that it is the same for every policy.
  private var grants = PercentileDraw.ofHits
  private let hitPercent: Int

  init(_ simulation: ConversationSimulation, _ policy: HistoryPolicy) {
    (self.simulation, self.policy) = (simulation, policy)
    requests = TieredTally(simulation.rate)
    summaries = TieredTally(simulation.rate)
    hitPercent = if case .automatic(let terms) = simulation.terms { terms.hitPercent } else { 100 }
  }

  mutating func replay(gaps: [Int]) {
    var history = KeptHistory(simulation.conversation, policy)
    var cache = CacheState(simulation.terms)
    for turn in simulation.conversation.turns.indices {
      let gap = turn == 0 ? 0 : gaps[turn]
      let isCold = turn > 0 && simulation.terms.isCold(afterSeconds: gap)
      if let summaryInput = history.prepare(turn, isCold: isCold), let summary = policy.summary {
        summaries.add(InputClasses(input: summaryInput), input: summaryInput, output: summary.tokens)
      }
      let prompt = CacheState.Prompt(history, turn, systemTokens: simulation.conversation.systemTokens)
      send(prompt, cache.classes(of: prompt, gap: gap, isGranted: grants.next() < hitPercent), turn)
      history.finish(turn)
    }
  }

  private mutating func send(_ prompt: CacheState.Prompt, _ classes: InputClasses, _ turn: Int) {
    requests.add(classes, input: prompt.tokens, output: simulation.conversation.turns[turn].assistantTokens)
    requestCount += 1
    hits += classes.read > 0 ? 1 : 0
    largestInput = max(largestInput, prompt.tokens)
    keptTurns += turn - prompt.first
    if prompt.first > 0 { fewestKeptTurns = min(fewestKeptTurns ?? .max, turn - prompt.first) }
  }

  func bill(of conversations: Int) throws(PricingError) -> SimulatedBill {
    let (sent, written) = (requests.sum, summaries.sum)
    let tokens = SimulatedBill.Tokens(
      uncached: sent.uncached, read: sent.read, written: sent.written, output: sent.output,
      summaryInput: written.uncached, summaryOutput: written.output)
    return SimulatedBill(
      policy: policy, conversations: conversations, tokens: tokens, requests: requestCount, hits: hits,
      largestInput: largestInput, keptTurns: keptTurns, fewestKeptTurns: fewestKeptTurns, cost: try cost())
  }

  private func cost() throws(PricingError) -> Money {
    let ofRequests = try requests.cost(writtenFor: simulation.terms.lifetime)
    let ofSummaries = try summaries.cost(writtenFor: nil)
    do { return try ofRequests + ofSummaries } catch { throw .overflow }
  }
}

extension CacheState.Prompt {
  fileprivate init(_ history: KeptHistory, _ turn: Int, systemTokens: Int) {
    self.init(
      first: history.first, summaryNumber: history.summaryNumber, systemTokens: systemTokens,
      headTokens: history.headTokens, tokens: history.inputTokens(turn), blocks: history.blocks(turn))
  }
}
