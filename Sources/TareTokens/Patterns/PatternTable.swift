/// A pattern as a deterministic automaton that finds what a backtracking engine would, reading each scalar once.
///
/// ```
/// state × part of the next scalar (or the end)  ──►  next state, and whether a match ends before that scalar
/// ```
/// A state is the list of places in the pattern that are still alive, in the order in which a backtracking engine
/// would try them. When one of them has matched, those behind it are dropped, since the engine would never come to
/// them; those before it go on, and a later match of theirs replaces this one. So the last match that is seen before
/// no place is left alive is the engine's. Looking one scalar ahead needs nothing more: that scalar is at hand.
struct PatternTable: Hashable, Sendable {
  /// The state in which nothing can match any more.
  static let dead: UInt16 = 0
  static let start: UInt16 = 1
  /// Published patterns have fewer than a hundred.
  private static let stateLimit = 4_096

  /// The number of parts that scalars fall into; the end of the text comes behind them.
  let partCount: Int
  let blockNumbers: [UInt16]
  let blocks: [UInt8]
  /// For each state and part: the next state doubled, plus one where a match ends before the scalar.
  let transitions: [UInt16]

  var stateCount: Int { transitions.count / (partCount + 1) }

  /// Compiles a pattern.
  ///
  /// - Throws: ``PatternError`` when it can match nothing at all, or has more states than any sensible one.
  init(_ node: PatternNode) throws(PatternError) {
    let program = try PatternProgram(node)
    let partition = ScalarPartition(program.sets)
    guard partition.members.count < 255 else { throw Self.tooLarge }
    partCount = partition.members.count
    (blockNumbers, blocks) = partition.table
    transitions = try Self.transitions(program, partition)
    // Only a match of nothing can end before the first scalar.
    for part in 0...partCount where transition(Self.start, part) & 1 != 0 {
      throw PatternError(offset: 0, excerpt: "", reason: "it can match nothing, which leaves the pieces open")
    }
  }

  /// The tables as they were written; the reader has checked that they fit together.
  init(partCount: Int, blockNumbers: [UInt16], blocks: [UInt8], transitions: [UInt16]) {
    self.partCount = partCount
    self.blockNumbers = blockNumbers
    self.blocks = blocks
    self.transitions = transitions
  }

  func transition(_ state: UInt16, _ part: Int) -> UInt16 { transitions[Int(state) * (partCount + 1) + part] }

  /// The part of a scalar.
  func part(_ value: UInt32) -> Int { Int(blocks[Int(blockNumbers[Int(value >> 8)]) << 8 + Int(value & 0xFF)]) }

  /// Whether every scalar begins a match wherever it stands, so that a split leaves nothing between its matches.
  var coversEverything: Bool {
    (0..<partCount).allSatisfy { first in
      let next = transition(Self.start, first) >> 1
      return (0...partCount).allSatisfy { transition(next, $0) & 1 != 0 }
    }
  }

  private static var tooLarge: PatternError {
    PatternError(offset: 0, excerpt: "", reason: "it is larger than the \(stateLimit) states a table may have")
  }

  // MARK: Construction

  private static func transitions(
    _ program: PatternProgram, _ partition: ScalarPartition
  ) throws(PatternError) -> [UInt16] {
    var numbers: [[Int]: UInt16] = [[]: dead, [0]: start]
    var states: [[Int]] = [[], [0]]
    var transitions: [UInt16] = []
    var next = 0
    while next < states.count {
      for part in 0...partition.members.count {
        let members = part < partition.members.count ? partition.members[part] : nil
        let (alive, isMatch) = step(program, states[next], members)
        let number = numbers[alive] ?? UInt16(states.count)
        if number == states.count {
          guard states.count < stateLimit else { throw tooLarge }
          numbers[alive] = number
          states.append(alive)
        }
        transitions.append(number << 1 | (isMatch ? 1 : 0))
      }
      next += 1
    }
    return transitions
  }

  /// The places alive behind the next scalar, and whether a match ends before it; `members` is `nil` at the end of
  /// the text.
  private static func step(
    _ program: PatternProgram, _ state: [Int], _ members: [Bool]?
  ) -> (alive: [Int], isMatch: Bool) {
    var alive: [Int] = []
    var isListed = [Bool](repeating: false, count: program.steps.count)
    var isSeen = isListed
    var pending = Array(state.reversed())
    while let place = pending.popLast() {
      if isSeen[place] { continue }
      isSeen[place] = true
      switch program.steps[place] {
      case .match: return (alive, true)
      case .jump(let target): pending.append(target)
      case .fork(let first, let second): pending += [second, first]
      case .check(let set, let orEnd):
        if members.map({ $0[set] }) ?? orEnd { pending.append(place + 1) }
      case .take(let set):
        if let members, members[set], !isListed[place + 1] {
          isListed[place + 1] = true
          alive.append(place + 1)
        }
      }
    }
    return (alive, false)
  }
}
