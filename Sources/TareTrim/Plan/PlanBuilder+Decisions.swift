import TareConversations
import TareJSON
import TareText

extension PlanBuilder {
  /// What becomes of each message when the window is `state`.
  func decisions(_ state: WindowState) -> [TrimDecision] {
    let end = ledger.groups.count
    let lastHuman = ledger.lastHuman(before: end)
    let newest = ledger.newest(before: end)
    return ledger.groups.indices.flatMap { group in
      ledger.groups[group].messages.map { index in
        if state.recalled.contains(group) {
          return capped(index, of: group) ?? decision(index, of: group, .kept, .relevant)
        }
        if state.keeps(group, ledger.kinds[group]) {
          let cleared = group < state.clearedBefore ? cleared(index, of: group) : nil
          return cleared ?? capped(index, of: group)
            ?? decision(index, of: group, .kept, reason(group, lastHuman, newest))
        }
        if ledger.kinds[group] == .orphan { return decision(index, of: group, .dropped, .orphan) }
        return decision(index, of: group, .dropped, state.isCutByNumber ? .overNumber : .overBudget)
      }
    }
  }

  private func reason(_ group: Int, _ lastHuman: Int?, _ newest: Int?) -> TrimDecision.Reason {
    if ledger.kinds[group] == .instruction { return .instruction }
    if group == lastHuman { return .lastHuman }
    return group == newest ? .newest : .window
  }

  private func cleared(_ index: Int, of group: Int) -> TrimDecision? {
    guard let tokens = cleared.tokens(of: index), tokens < capped.messages[index]?.tokens ?? .max else { return nil }
    return decision(
      index, of: group, .replaced(tokens: tokens), .oldToolResult,
      edits: counted.conversation.edits(clearingResultsOf: index, with: cleared.text(of: index)))
  }

  /// A message whose results are longer than their caps.
  private func capped(_ index: Int, of group: Int) -> TrimDecision? {
    capped.messages[index].map { message in
      decision(index, of: group, .replaced(tokens: message.tokens), .overCap, edits: message.edits)
    }
  }

  func decision(
    _ index: Int, of group: Int, _ action: TrimDecision.Action, _ reason: TrimDecision.Reason, edits: [Edit] = []
  ) -> TrimDecision {
    let messages = counted.conversation.messages
    return TrimDecision(
      index: index, role: messages[index].role,
      id: messages[index].results.first?.callID ?? messages[index].calls.first?.id,
      tokens: counted.counts.messages[index].tokens, action: action, reason: reason,
      score: ranking.scores.isEmpty ? nil : ranking.score(of: group),
      handle: action == .kept ? nil : ContentHandle(of: messages[index].value.rawBytes), edits: edits)
  }
}
