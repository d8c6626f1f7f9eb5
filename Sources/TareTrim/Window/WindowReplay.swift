/// Finds the window of a history.
///
/// The sliding window is one cut at the end of the history. The step window is cut wherever the growing history
/// first went over its limits: the replay takes the groups one by one and sees at each what a call at that moment
/// would have seen, so a later call repeats the decisions of all earlier ones.
struct WindowReplay {
  let ledger: GroupLedger
  let policy: TrimPolicy
  /// The tokens of what is there whatever is kept: tools and the opening of the reply.
  let fixed: Int
  /// How much the window may hold.
  let limits: WindowLimits
  /// The opening of the reply, which is no part of what a provider remembers.
  var reply = 0
  /// When a cut is put off, if ever.
  var payBack: PayBack?
  /// What of the budget stands beside the history: chunks, and what is recalled.
  var setAside = 0
  /// How much each group bears on the question.
  var ranking = HistoryRanking(scores: [])
  /// Whether the provider refuses two messages of one role in a row.
  var rolesAlternate = false

  /// The window over the whole history.
  ///
  /// - Complexity: O(*g* + *c* *w*) for *g* groups, *c* cuts and *w* groups in a window, as a cut begins its search at
  ///   the last one and looks no further than the window.
  func state() -> WindowState { state(before: ledger.groups.count) }

  /// The window over the first `end` groups.
  func state(before end: Int) -> WindowState {
    var state = WindowState()
    guard end > 0 else { return state }
    var ends = end...end
    if case .step = policy.window { ends = 1...end }
    for end in ends where isOver(state, end) {
      let next = cut(state, end)
      if isMade(cutFrom: state, to: next, end) { state = next }
    }
    return state
  }

  /// The window after the cut that the policy makes of a history of `end` groups which is over its limits.
  func cut(_ state: WindowState, _ end: Int) -> WindowState {
    switch policy.window {
    case .sliding: cut(state, end, to: limits)
    case .step(let low): cut(state, end, to: lowered(low, end))
    case .relevant(let newest):
      RelevantWindow(replay: self, ranking: ranking, newest: newest, rolesAlternate: rolesAlternate).state(before: end)
    }
  }

  func isOver(_ state: WindowState, _ end: Int) -> Bool { !isWithin(limits, state, end) }

  private func isWithin(_ limits: WindowLimits, _ state: WindowState, _ end: Int) -> Bool {
    tokens(state, end) <= limits.tokens && isWithinNumbers(limits, state, end)
  }

  func isWithinNumbers(_ limits: WindowLimits, _ state: WindowState, _ end: Int) -> Bool {
    let anchors = state.anchors.count
    let window = min(state.cut, end)..<end
    return ledger.humanCount(window) + anchors <= limits.turns ?? .max
      && ledger.messageCount(window) + anchors <= limits.messages ?? .max
  }

  /// The tokens of the payload when the first `end` groups are all there is.
  func tokens(_ state: WindowState, _ end: Int) -> Int {
    let cut = min(state.cut, end)
    let cleared = min(max(state.clearedBefore, cut), end)
    return fixed + ledger.instructionTokens(0..<cut) + state.anchors.reduce(0) { $0 + ledger.tokens(of: $1) }
      + ledger.clearedTokens(cut..<cleared) + ledger.tokens(cleared..<end) + state.placeholderTokens
      + state.recalledTokens
  }

  /// The limits that a step window falls to.
  private func lowered(_ low: Share?, _ end: Int) -> WindowLimits {
    let standing = fixed + ledger.instructionTokens(0..<end)
    let share = low ?? TrimPolicy.defaultLow(of: limits.tokens, cachedFrom: policy.cacheMinimum)
    // Numbers of turns and messages say nothing about what a cache holds.
    let ofNumber = low ?? Share(thousandths: 600)
    return WindowLimits(
      tokens: standing + share.of(max(0, limits.tokens - standing)),
      turns: limits.turns.map { max(1, ofNumber.of($0)) },
      messages: limits.messages.map { max(1, ofNumber.of($0)) })
  }

  // MARK: A cut

  /// Where even the person's message that opens the history is too long, a note opens it.
  private func openedByNote(_ search: CutSearch, _ end: Int) -> WindowState? {
    guard !isWithin(limits, search.last, end), let state = search.openedByNote, isWithin(limits, state, end) else {
      return nil
    }
    return state
  }

  /// The window that begins at the next older place where one may begin; `nil` where there is none.
  func nextWider(_ state: WindowState) -> WindowState? {
    let search = CutSearch(replay: self, from: WindowState(), end: ledger.groups.count, target: limits)
    guard var wider = search.allowed(before: state.cut), isWithinNumbers(limits, wider, ledger.groups.count) else {
      return nil
    }
    wider.clearedBefore = state.clearedBefore
    wider.placeholderTokens = state.placeholderTokens
    return wider
  }

  /// The window that leaves the newest turns no more than `share` of what is there beside what must stay, or nothing.
  func cutLeavingRoom(_ share: Share, _ end: Int) -> WindowState {
    let target = lowered(share, end)
    let search = CutSearch(
      replay: self, from: WindowState(), end: end, target: limits, beginsWithPerson: rolesAlternate)
    let found = search.best { isWithin(target, $0, end) } ?? search.everything
    return isWithin(limits, found, end) ? found : openedByNote(search, end) ?? search.last
  }

  /// The window after a cut that brings the first `end` groups to `target`, or as near to it as what must stay allows.
  private func cut(_ state: WindowState, _ end: Int, to target: WindowLimits) -> WindowState {
    var cleared = state
    if let kept = policy.toolResults.keepNewest {
      cleared.clearedBefore = max(state.clearedBefore, ledger.startOfNewestExchanges(kept, before: end))
      if isWithin(target, cleared, end) { return cleared }
    }
    let byNumber = !isWithinNumbers(limits, state, end)
    let search = CutSearch(replay: self, from: cleared, end: end, target: target)
    var found =
      search.best { isWithin(target, $0, end) } ?? search.best { isWithin(limits, $0, end) }
      ?? openedByNote(search, end) ?? search.last
    found.isCutByNumber = byNumber
    return found
  }
}
