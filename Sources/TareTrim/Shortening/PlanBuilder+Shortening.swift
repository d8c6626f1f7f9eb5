import TareConversations
import TareText
import TareTokens

extension PlanBuilder {
  /// The decisions with the long texts of what must stay shortened, so that they come to `tokens` fewer; the decisions
  /// as they are where that is not possible.
  func shortened(_ decisions: [TrimDecision], losing tokens: Int) -> [TrimDecision] {
    shortened(decisions, among: shortenable(decisions), losing: tokens) ?? decisions
  }

  /// The most tokens that what must stay can lose by shortening.
  func shortenableTokens(_ decisions: [TrimDecision]) -> Int {
    shortening(of: shortenable(decisions)).most
  }

  private func shortenable(_ decisions: [TrimDecision]) -> [Int] {
    decisions.filter { mayShorten($0) && !$0.role.isInstruction }.map(\.index)
  }

  /// The window with one turn more, whose tool results are shortened to what room there is; `state` where none is
  /// allowed, or where too little would be left of it.
  func filled(_ state: WindowState, within tokens: Int) -> (state: WindowState, decisions: [TrimDecision])? {
    guard policy.shortening != .none, policy.window == .sliding, state.cut > 0, !state.isCutByNumber else { return nil }
    guard let wider = replay(within: tokens).nextWider(state) else { return nil }
    let tokens = limitedByShare(tokens)
    let decisions = decisions(wider)
    let over = self.tokens(of: decisions) + wider.placeholderTokens - tokens
    guard over > 0 else { return (wider, decisions) }
    let added = (wider.cut..<state.cut).flatMap { ledger.groups[$0].messages }
    return shortened(decisions, among: added, losing: over).map { (wider, $0) }
  }

  private func shortened(_ decisions: [TrimDecision], among messages: [Int], losing tokens: Int) -> [TrimDecision]? {
    let shortening = shortening(of: messages)
    let before = self.tokens(of: decisions)
    var wanted = tokens
    while let shortened = shortening.losing(wanted) {
      let changed = decisions.map { decision in
        guard let edits = shortened[decision.index], mayShorten(decision) else { return decision }
        let all = edits + decision.edits.filter { edit in !edits.contains { $0.range == edit.range } }
        return self.decision(
          decision.index, of: groupOfMessage(decision.index),
          .replaced(tokens: counted.recounted(decision.index, applying: all)), .tooLong, edits: all)
      }
      let missing = tokens - (before - self.tokens(of: changed))
      if missing <= 0 { return changed }
      wanted += missing
    }
    return nil
  }

  private func mayShorten(_ decision: TrimDecision) -> Bool { decision.action == .kept || decision.reason == .overCap }

  private func shortening(of messages: [Int]) -> MessageShortening {
    MessageShortening(counted, messages: messages, scope: policy.shortening, capped: capped)
  }

  /// What the decisions leave, with what is there whatever is kept.
  func tokens(of decisions: [TrimDecision]) -> Int {
    counted.counts.fixed + decisions.reduce(0) { $0 + $1.tokensAfter }
  }

  private func groupOfMessage(_ index: Int) -> Int {
    ledger.groups.firstIndex { $0.messages.contains(index) } ?? 0
  }
}
