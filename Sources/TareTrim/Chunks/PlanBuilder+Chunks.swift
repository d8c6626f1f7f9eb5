import TareConversations
import TareRanking
import TareTokens

extension PlanBuilder {
  /// History and chunks under one budget: what must stay first, then the share of the chunks, then the history.
  func sharedPlan(with request: ChunkRequest) throws(ChunkPruningError) -> TrimPlan {
    let share = request.share.of(budget.available)
    switch policy.window {
    case .sliding:
      let unused = budget.available - counted.counts.total.tokens
      let chunks = try account(request, allowance: max(unused, min(share, budget.available - standingTokens)))
      return plan(state: window(within: budget.available - chunks.tokens), chunks: chunks)
    case .step:
      let state = window(within: budget.available - share)
      let history = plan(state: state, chunks: nil)
      let chunks = try account(request, allowance: budget.available - history.after.tokens)
      return plan(state: state, chunks: chunks)
    }
  }

  /// The tokens of what stays whatever the budget.
  private var standingTokens: Int {
    let end = ledger.groups.count
    let pinned = Set([ledger.lastHuman(before: end), ledger.newest(before: end)].compactMap { $0 })
    return counted.counts.fixed + ledger.instructionTokens(0..<end) + pinned.reduce(0) { $0 + ledger.tokens(of: $1) }
  }

  private func account(_ request: ChunkRequest, allowance: Int) throws(ChunkPruningError) -> ChunkAccount {
    let allowance = max(0, allowance)
    var room = max(0, allowance - counted.counter.count(role: request.role, text: ChunkText.opening))
    var pruned = try prune(request, room: room)
    // The whole is counted as one text, which now and then has a token more than its passages one by one.
    while tokens(pruned.kept, request) > allowance {
      room -= tokens(pruned.kept, request) - allowance
      pruned = try prune(request, room: room)
    }
    return ChunkAccount(
      pool: request.chunks, kept: pruned.kept, dropped: pruned.dropped, allowance: allowance,
      tokens: tokens(pruned.kept, request), destination: request.destination, role: request.role,
      text: ChunkText.text(pruned.kept.map { request.chunks[$0.chunk] }))
  }

  private func prune(_ request: ChunkRequest, room: Int) throws(ChunkPruningError) -> PrunedChunks {
    let tokenizer = counted.counter.tokenizer
    var pruning = request.pruning
    pruning.tokenBudget = min(room, pruning.tokenBudget ?? .max)
    do {
      return try pruning.pruned(request.chunks, relevance: request.relevance) {
        tokenizer.count(ChunkText.passage($0, number: 99))
      }
    } catch {
      throw ChunkPruningError(reason: "\(error)")
    }
  }

  private func tokens(_ kept: [PrunedChunks.Kept], _ request: ChunkRequest) -> Int {
    guard !kept.isEmpty else { return 0 }
    return counted.counter.count(role: request.role, text: ChunkText.text(kept.map { request.chunks[$0.chunk] }))
  }
}
