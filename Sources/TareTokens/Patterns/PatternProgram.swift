/// A pattern as steps: Thompson's construction, with threads in the order in which a backtracking engine would try
/// them.
struct PatternProgram {
  enum Step: Hashable {
    /// Takes one scalar of the set of that number.
    case take(Int)
    /// Goes on where the next scalar is in the set of that number or, if `orEnd`, the text ends.
    case check(Int, orEnd: Bool)
    /// Goes on in both places, the first preferred.
    case fork(Int, Int)
    case jump(Int)
    case match
  }

  /// Far more than any published pattern comes to.
  private static let stepLimit = 8_192

  private(set) var steps: [Step] = []
  /// The sets that the steps name by number.
  private(set) var sets: [ScalarSet] = []

  init(_ node: PatternNode) throws(PatternError) {
    try add(node)
    try append(.match)
  }

  private mutating func add(_ node: PatternNode) throws(PatternError) {
    switch node {
    case .one(let set): try append(.take(number(of: set)))
    case .before(let set, let orEnd): try append(.check(number(of: set), orEnd: orEnd))
    case .sequence(let parts): for part in parts { try add(part) }
    case .choice(let alternatives): try addChoice(alternatives[...])
    case .repeated(let body, let least, let most, let isLazy):
      for _ in 0..<least { try add(body) }
      guard let most else { return try addLoop(body, isLazy) }
      try addOptional(body, times: most - least, isLazy)
    case .possessive(let set, let least, let most): try addPossessive(set, least, most)
    }
  }

  private mutating func addChoice(_ alternatives: ArraySlice<PatternNode>) throws(PatternError) {
    guard let first = alternatives.first else { return }
    guard alternatives.count > 1 else { return try add(first) }
    let fork = try append(.jump(0))
    try add(first)
    let exit = try append(.jump(0))
    steps[fork] = .fork(fork + 1, steps.count)
    try addChoice(alternatives.dropFirst())
    steps[exit] = .jump(steps.count)
  }

  /// `body*`.
  private mutating func addLoop(_ body: PatternNode, _ isLazy: Bool) throws(PatternError) {
    let fork = try append(.jump(0))
    try add(body)
    try append(.jump(fork))
    steps[fork] = isLazy ? .fork(steps.count, fork + 1) : .fork(fork + 1, steps.count)
  }

  /// `body{0,times}`: each further one only behind the one before.
  private mutating func addOptional(_ body: PatternNode, times: Int, _ isLazy: Bool) throws(PatternError) {
    var forks: [Int] = []
    for _ in 0..<times {
      forks.append(try append(.jump(0)))
      try add(body)
    }
    for fork in forks { steps[fork] = isLazy ? .fork(steps.count, fork + 1) : .fork(fork + 1, steps.count) }
  }

  /// Takes from the set as long as there is room and something to take. It may stop early only where no other scalar
  /// of the set follows, which is what giving nothing back means.
  private mutating func addPossessive(_ set: ScalarSet, _ least: Int, _ most: Int?) throws(PatternError) {
    let taken = number(of: set)
    let others = number(of: set.inverted)
    for _ in 0..<least { try append(.take(taken)) }
    guard let most else {
      try addLoop(.one(set), false)
      try append(.check(others, orEnd: true))
      return
    }
    var forks: [Int] = []
    for _ in least..<most {
      forks.append(try append(.jump(0)))
      try append(.take(taken))
    }
    let exit = try append(.jump(0))
    for fork in forks { steps[fork] = .fork(fork + 1, steps.count) }
    try append(.check(others, orEnd: true))
    steps[exit] = .jump(steps.count)
  }

  // MARK: Parts

  @discardableResult
  private mutating func append(_ step: Step) throws(PatternError) -> Int {
    guard steps.count < Self.stepLimit else {
      throw PatternError(offset: 0, excerpt: "", reason: "it has more than \(Self.stepLimit) steps when written out")
    }
    steps.append(step)
    return steps.count - 1
  }

  private mutating func number(of set: ScalarSet) -> Int {
    if let number = sets.firstIndex(of: set) { return number }
    sets.append(set)
    return sets.count - 1
  }
}
