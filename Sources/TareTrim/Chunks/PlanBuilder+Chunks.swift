import TareConversations
import TareRanking
import TareTokens

extension PlanBuilder {
  /// History and chunks under one budget: what must stay first, then what is reserved for chunks, then the history.
  func sharedPlan(with request: ChunkRequest) throws(ChunkPruningError) -> TrimPlan {
    let reserved = try reserve(for: request)
    switch policy.window {
    case .sliding:
      let unused = availableForHistory - cappedTokens
      let chunks = try account(
        request, reserved: reserved, allowance: max(unused, min(reserved, availableForHistory - standingTokens)))
      return plan(state: window(within: availableForHistory - chunks.tokens), chunks: chunks)
    case .step, .relevant:
      let state = window(within: availableForHistory - reserved)
      let history = plan(state: state, chunks: nil)
      let beside = budget.available - availableForHistory + history.after.tokens + history.unusedNoteTokens
      // Room that is there only because a cut is put off is not for more chunks than usual.
      let room = history.status == .putOff ? min(reserved, mayHave(state) - beside) : budget.available - beside
      let chunks = try account(request, reserved: reserved, allowance: room)
      return plan(state: state, chunks: chunks)
    }
  }

  /// The share of the chunks, or what they have all together where that is less.
  ///
  /// It knows nothing of the history, so that the cut of a step window stays where it is for as long as the chunks do.
  private func reserve(for request: ChunkRequest) throws(ChunkPruningError) -> Int {
    let share = leavingHistory(request.share.of(availableForHistory))
    guard share > 0 else { return 0 }
    let wanted = try prune(request, room: nil).kept
    guard !wanted.isEmpty else { return 0 }
    // They are chosen one by one and counted as one text: the larger of the two has room for either.
    let oneByOne = wanted.reduce(openingTokens(request)) { $0 + $1.tokens }
    return min(share, max(oneByOne, tokens(wanted, request)))
  }

  private var standingTokens: Int { standingParts().reduce(0) { $0 + $1.tokens } }

  private func openingTokens(_ request: ChunkRequest) -> Int {
    counted.counter.count(role: request.role, text: ChunkText.opening)
  }

  private func account(
    _ request: ChunkRequest, reserved: Int, allowance: Int
  ) throws(ChunkPruningError) -> ChunkAccount {
    let allowance = max(0, allowance)
    var room = max(0, allowance - openingTokens(request))
    var pruned = try prune(request, room: room)
    // The whole is counted as one text, which now and then has a token more than its passages one by one.
    while tokens(pruned.kept, request) > allowance {
      room -= tokens(pruned.kept, request) - allowance
      pruned = try prune(request, room: room)
    }
    return ChunkAccount(
      pool: request.chunks, kept: pruned.kept, dropped: pruned.dropped, reserved: reserved, allowance: allowance,
      tokens: tokens(pruned.kept, request), destination: request.destination, role: request.role,
      text: ChunkText.text(pruned.kept.map { request.chunks[$0.chunk] }))
  }

  /// - Parameter room: What the chunks may have beside the opening; `nil` for as much as they like.
  private func prune(_ request: ChunkRequest, room: Int?) throws(ChunkPruningError) -> PrunedChunks {
    let counter = counted.counter
    var pruning = request.pruning
    pruning.tokenBudget = [room, pruning.tokenBudget].compactMap { $0 }.min()
    do {
      return try pruning.pruned(request.chunks, relevance: request.relevance) {
        counter.textTokens(ChunkText.passage($0, number: 99))
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
