import TareConversations

extension PlanBuilder {
  /// What stays whatever the budget, without what weighs nothing.
  ///
  /// - Parameter decisions: What became of the messages, where that is known: what was cleared or shortened weighs less.
  func standingParts(_ decisions: [TrimDecision]? = nil) -> [CannotFit.Part] {
    func part(_ kind: CannotFit.Part.Kind, _ group: Int) -> CannotFit.Part {
      let messages = Array(ledger.groups[group].messages)
      let tokens = decisions.map { decisions in messages.reduce(0) { $0 + decisions[$1].tokensAfter } }
      return CannotFit.Part(kind: kind, messages: messages, tokens: tokens ?? ledger.tokens(of: group))
    }
    let end = ledger.groups.count
    let (lastHuman, newest) = (ledger.lastHuman(before: end), ledger.newest(before: end))
    let instructions = ledger.kinds.indices.filter { ledger.kinds[$0] == .instruction }
    let parts = [
      CannotFit.Part(kind: .fixed, messages: [], tokens: counted.counts.fixed),
      CannotFit.Part(
        kind: .instructions, messages: instructions.flatMap { Array(ledger.groups[$0].messages) },
        tokens: ledger.instructionTokens(0..<end)),
      ledger.opener(before: end).map { part(.opener, $0) },
      lastHuman.map { part(.lastHuman, $0) },
      newest == lastHuman ? nil : newest.map { part(.newest, $0) },
    ]
    return parts.compactMap { $0 }.filter { $0.tokens > 0 }
  }
}
