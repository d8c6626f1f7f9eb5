/// The window that a question chooses: what must stay, a share for the newest turns, and of all older groups those
/// that bear on the question most, in their places.
///
/// ```
/// groups   0      1      2      3      4      5      6      7
///          instr. human  answ.  human  answ.  human  answ.  human
/// kept     ■             ■                    ■             ■        cut 7, recalled 2 and 5
/// ```
/// Whole turns are chosen where the provider wants the roles to alternate.
struct RelevantWindow {
  let replay: WindowReplay
  let ranking: HistoryRanking
  /// The share of what is left beside what must stay that goes to the newest turns.
  let newest: Share
  /// Whether the provider refuses two messages of one role in a row.
  let rolesAlternate: Bool

  /// The window over the first `end` groups.
  ///
  /// - Complexity: O(*g* log *g*) for *g* groups.
  func state(before end: Int) -> WindowState {
    guard replay.isOver(WindowState(), end) else { return WindowState() }
    var state = replay.cutLeavingRoom(newest, end)
    var room = RecallRoom(replay: replay, state: state, end: end)
    let units = units(before: state.cut, besides: state.anchors).filter { room.takes($0) }
    for unit in units { state.recall(unit, replay.ledger) }
    if state.placeholderTokens == 0 { beginWithPerson(&state, &room, recalled: units) }
    return state
  }

  /// What is taken or left as one, best first.
  private func units(before cut: Int, besides anchors: [Int]) -> [Range<Int>] {
    let ledger = replay.ledger
    let groups = (0..<min(cut, ledger.groups.count)).filter { !anchors.contains($0) && ledger.kinds[$0].isSaid }
    guard rolesAlternate else { return ranking.ranked(groups).map { $0..<($0 + 1) } }
    return turns(of: groups)
  }

  /// Runs from a person's message up to before the next, best first by the best group in them.
  private func turns(of groups: [Int]) -> [Range<Int>] {
    var turns: [Range<Int>] = []
    for group in groups {
      if let last = turns.last, last.upperBound == group, replay.ledger.kinds[group] != .human {
        turns[turns.count - 1] = last.lowerBound..<(group + 1)
      } else if replay.ledger.kinds[group] == .human {
        turns.append(group..<(group + 1))
      }
    }
    let scores = turns.map { turn in turn.map { ranking.score(of: $0) }.max() ?? 0 }
    return HistoryRanking(scores: scores).ranked(turns.indices).map { turns[$0] }
  }

  /// A strict server wants a person's message first: the one before the first recalled group joins it, in the place of
  /// what bears on the question least where there is no room for it.
  private func beginWithPerson(_ state: inout WindowState, _ room: inout RecallRoom, recalled: [Range<Int>]) {
    var recalled = recalled
    while let first = state.recalled.min(), replay.ledger.kinds[first] != .human,
      (state.anchors.first ?? state.cut) > first
    {
      let person = (0..<first).last { replay.ledger.kinds[$0] == .human }
      if let person, room.takes(person..<(person + 1)) { return state.recall(person..<(person + 1), replay.ledger) }
      guard let least = recalled.popLast() else { return }
      state.forget(least, replay.ledger)
      room.gives(least)
    }
  }
}

/// What there is left for groups that are recalled.
struct RecallRoom {
  private let ledger: GroupLedger
  private var tokens: Int
  private var turns: Int
  private var messages: Int

  init(replay: WindowReplay, state: WindowState, end: Int) {
    ledger = replay.ledger
    let window = min(state.cut, end)..<end
    let anchors = state.anchors.count
    tokens = replay.limits.tokens - replay.tokens(state, end)
    turns = (replay.limits.turns ?? .max / 2) - ledger.humanCount(window) - anchors
    messages = (replay.limits.messages ?? .max / 2) - ledger.messageCount(window) - anchors
  }

  /// Takes back the room of groups.
  mutating func gives(_ groups: Range<Int>) {
    tokens += ledger.tokens(groups)
    turns += ledger.humanCount(groups)
    messages += ledger.messageCount(groups)
  }

  /// Whether the groups fit, and if so, their room is taken.
  mutating func takes(_ groups: Range<Int>) -> Bool {
    let needed = (ledger.tokens(groups), ledger.humanCount(groups), ledger.messageCount(groups))
    guard needed.0 <= tokens, needed.1 <= turns, needed.2 <= messages else { return false }
    tokens -= needed.0
    turns -= needed.1
    messages -= needed.2
    return true
  }
}
