import TareConversations

extension PlanBuilder {
  /// What has more than its share and cannot have less.
  var overShare: CannotFit? {
    let shares = policy.shares
    let tools = CannotFit.Part(kind: .tools, messages: [], tokens: counted.counts.tools.tokens)
    let instructions = CannotFit.Part(kind: .instructions, messages: [], tokens: instructionTokens)
    for (part, share) in [(instructions, shares.instructionsMost), (tools, shares.toolsMost)] {
      guard let most = share?.of(budget.available), part.tokens > most else { continue }
      return CannotFit(available: most, needed: part.tokens, parts: [part], isShare: true)
    }
    return nil
  }

  /// The tokens of a window that has at most `tokens`, where the history may not have all of them.
  func limitedByShare(_ tokens: Int) -> Int {
    guard let most = policy.shares.historyMost?.of(budget.available) else { return tokens }
    return min(tokens, besideHistory + most)
  }

  /// What may be set aside for chunks and for recalling, so that the history keeps its least.
  func leavingHistory(_ reserve: Int) -> Int {
    guard let least = policy.shares.historyLeast?.of(budget.available) else { return reserve }
    return max(0, min(reserve, budget.available - besideHistory - least))
  }

  private var instructionTokens: Int {
    counted.counts.instructions.tokens + ledger.instructionTokens(0..<ledger.groups.count)
  }

  private var besideHistory: Int { counted.counts.fixed + ledger.instructionTokens(0..<ledger.groups.count) }
}
