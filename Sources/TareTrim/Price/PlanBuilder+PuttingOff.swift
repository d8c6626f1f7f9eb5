extension PlanBuilder {
  /// What a payload with that window may have: the budget, or, where its cut is put off, what may be sent at most.
  func mayHave(_ state: WindowState) -> Int {
    guard let payBack = policy.payBack else { return budget.available }
    let replay = replay(within: availableForHistory)
    let end = ledger.groups.count
    // What no cut can make smaller is too long, and no cut of it is put off.
    let isPutOff = replay.isOver(state, end) && !replay.isOverMost(state, end) && replay.cut(state, end) != state
    return isPutOff ? max(budget.available, payBack.most) : budget.available
  }
}
