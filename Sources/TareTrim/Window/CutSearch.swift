/// The places where a history may be cut, oldest first, and the choice among them.
///
/// The first message behind the instructions has to be a person's for strict servers, and roles should alternate:
/// - Without a note the window begins with a person's message.
/// - With a note, which is written in the role of the user, it begins with the model: with any group of it, or, where
///   whole turns are wanted, with the answer before a person's message.
/// - Behind the last person's message, which stays as anchor, the window may begin with any group.
///
/// With a note, two messages of the user follow each other only where nothing of the model stands between them: the
/// note and the last person's message after all else is gone, or messages that followed each other before.
struct CutSearch {
  let replay: WindowReplay
  let from: WindowState
  let end: Int
  /// What is set aside for the note.
  let noteTokens: Int
  /// Whether a cut leaves a note. Where there is no room for one, a cut is what it would be if none were wanted.
  private let leavesNote: Bool
  private let lastHuman: Int?
  /// What has to stand before the last human message, where that comes behind a result in a message of the model's turn.
  private let opener: Int?
  private let newest: Int

  /// - Parameter beginsWithPerson: Whether the window begins with a person even where a note comes first, because other
  ///   messages may come between them.
  init(
    replay: WindowReplay, from state: WindowState, end: Int, target: WindowLimits, beginsWithPerson: Bool = false
  ) {
    let ledger = replay.ledger
    self.replay = replay
    self.end = end
    from = state
    lastHuman = ledger.lastHuman(before: end)
    newest = ledger.newest(before: end) ?? end
    var pinned = replay.fixed + ledger.instructionTokens(0..<end)
    if newest < end { pinned += ledger.tokens(of: newest) }
    if let lastHuman, lastHuman != newest { pinned += ledger.tokens(of: lastHuman) }
    opener = ledger.opener(before: end)
    if let opener { pinned += ledger.tokens(of: opener) }
    noteTokens = replay.policy.noteLimit.map { reserveForNote(most: $0, room: target.tokens - pinned) } ?? 0
    leavesNote = noteTokens > 0 && !beginsWithPerson
  }

  /// Everything dropped that may be dropped.
  var everything: WindowState { state(cuttingAt: max(newest, from.cut)) }

  /// Everything dropped that may be dropped, and no note.
  var last: WindowState {
    var state = everything
    state.placeholderTokens = 0
    return state
  }

  /// Everything dropped that may be dropped, with a note in the place of the person's message that would open the
  /// history otherwise; `nil` where no note is wanted or no such message stands there.
  var openedByNote: WindowState? {
    guard let opener, kind(opener) == .human, let most = replay.policy.noteLimit else { return nil }
    var state = everything
    guard state.anchors.contains(opener) else { return nil }
    state.anchors.removeAll { $0 == opener }
    state.placeholderTokens = max(most, SummaryPlaceholder.surelyEnoughTokens)
    return state
  }

  /// The oldest allowed cut that `isEnough`; for a step window the oldest one between turns, unless it would leave
  /// less than half of what a cut within a turn leaves.
  func best(isEnough: (WindowState) -> Bool) -> WindowState? {
    var within: WindowState?
    for cut in stride(from: from.cut, through: newest, by: 1) where isAllowed(cut) {
      let state = state(cuttingAt: cut)
      guard isEnough(state) else { continue }
      guard case .step = replay.policy.window else { return state }
      if isBetweenTurns(cut) { return state }
      within = within ?? state
      if let within, kept(state) * 2 < kept(within) { break }
    }
    return within
  }

  /// The newest allowed cut before `cut`, but not before everything.
  func allowed(before cut: Int) -> WindowState? {
    stride(from: cut - 1, to: 0, by: -1).first(where: isAllowed).map { state(cuttingAt: $0) }
  }

  private func kept(_ state: WindowState) -> Int { replay.ledger.tokens(min(state.cut, end)..<end) }

  private func state(cuttingAt cut: Int) -> WindowState {
    var state = from
    guard cut > from.cut else { return state }
    state.cut = cut
    state.anchors = [lastHuman.flatMap { $0 < cut ? $0 : nil }].compactMap { $0 }
    if let opener, let lastHuman, cut >= lastHuman { state.anchors.insert(opener, at: 0) }
    state.placeholderTokens = noteTokens
    return state
  }

  private func isAllowed(_ cut: Int) -> Bool {
    guard let lastHuman, cut < lastHuman else { return true }
    if replay.policy.keepTurns != nil { return isBetweenTurns(cut) }
    return leavesNote ? isBetweenTurns(cut) || kind(cut) == .assistant : isBetweenTurns(cut)
  }

  /// Whether the window begins with a turn: with the person's message, or with the answer before it where a note
  /// comes first.
  private func isBetweenTurns(_ cut: Int) -> Bool {
    // Where there are only instructions, nothing stands behind the cut.
    guard cut < end else { return true }
    guard leavesNote else { return kind(cut) == .human }
    if kind(cut) == .assistant { return cut + 1 < end && kind(cut + 1) == .human }
    return kind(cut) == .human && (cut == 0 || kind(cut - 1) != .assistant)
  }

  private func kind(_ group: Int) -> GroupLedger.Kind { replay.ledger.kinds[group] }
}

/// What is set aside for a note when `room` tokens are left beside what must stay: a quarter, at most `most`, and
/// nothing where the quarter would be too small for a note.
private func reserveForNote(most: Int, room: Int) -> Int {
  let reserve = min(most, max(room, 0) / 4)
  return reserve < SummaryPlaceholder.leastTokens ? 0 : reserve
}
