public import TareConversations
import TareTokens

extension TrimPolicy {
  /// What to do with a conversation so that it fits the budget. Changes nothing and depends on nothing else: the same
  /// conversation, policy and budget give the same plan.
  ///
  /// Laws: a plan that does not say it cannot fit never exceeds the budget; trimming what was trimmed changes
  /// nothing; with a sliding window and no note a larger budget never keeps less. A note costs a sliding window its
  /// tokens and at most one group more; where it leaves no note, it is the window of a policy without one.
  /// - Complexity: O(*m* + *c* *w*) for *m* messages, *c* cuts and *w* messages in a window; a sliding window is cut
  ///   once, a step window as often as its history outgrew the budget. Beside that the text of users' messages is looked
  ///   at for notes, the text of what is dropped is read for a note, and tool results are read when they may be cleared.
  ///
  /// - Parameter ranking: How much each group bears on the question, where the policy chooses or recalls by one; without
  ///   it the newest come first.
  public func plan(
    _ counted: CountedConversation, within budget: Budget, ranking: HistoryRanking? = nil
  ) -> TrimPlan {
    PlanBuilder(counted, policy: self, budget: budget, ranking: ranking).historyPlan()
  }

  /// What to do with a conversation and with chunks that want to go in beside it, so that both fit the budget.
  ///
  /// - Throws: ``ChunkPruningError`` when near-duplicates are asked for and words cannot be split.
  public func plan(
    _ counted: CountedConversation, within budget: Budget, chunks request: ChunkRequest, ranking: HistoryRanking? = nil
  ) throws(ChunkPruningError) -> TrimPlan {
    try PlanBuilder(counted, policy: self, budget: budget, ranking: ranking).sharedPlan(with: request)
  }
}

extension PlanBuilder {
  /// The plan for a history without chunks.
  func historyPlan() -> TrimPlan {
    let tokens = availableForHistory
    let plan = plan(state: window(within: tokens), chunks: nil, within: tokens)
    guard plan.placeholder != nil, plan.after.tokens + plan.unusedNoteTokens >= plan.before.tokens else { return plan }
    // A note that is longer than what it stands for is none.
    var withoutNote = policy
    withoutNote.placeholderTokens = nil
    return withoutNote.plan(counted, within: budget, ranking: ranking)
  }
}
