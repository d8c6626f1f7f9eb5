/// A conversation in numbers: what each request adds to it.
public struct SimulatedConversation: Sendable, Hashable {
  /// Tokens of what never changes: tools and system prompt.
  public let systemTokens: Int
  /// The requests, oldest first; never none.
  public let turns: [Turn]

  /// One request and its answer.
  public struct Turn: Sendable, Hashable {
    /// Tokens that are new in the request: a person's message, or what tools answered.
    public let userTokens: Int
    /// Tokens of the answer, which comes back as input from the next request on.
    public let assistantTokens: Int
    /// How many blocks the new part of the request has, for providers that look back over blocks.
    public let userBlocks: Int

    /// One request and its answer.
    public init(userTokens: Int, assistantTokens: Int, userBlocks: Int = 1) {
      (self.userTokens, self.assistantTokens, self.userBlocks) = (userTokens, assistantTokens, userBlocks)
    }

    /// Tokens of both.
    var tokens: Int { userTokens + assistantTokens }
  }

  /// The most tokens that one part may have: beyond the window of any model.
  public static let partLimit = 100_000_000
  /// The most requests.
  public static let turnLimit = 10_000

  /// A conversation of given turns.
  ///
  /// - Throws: ``SimulationError`` for no turns, more than ``turnLimit``, and numbers below 0 or above ``partLimit``.
  public init(systemTokens: Int, turns: [Turn]) throws(SimulationError) {
    guard 1...Self.turnLimit ~= turns.count else { throw .turnCount(turns.count, limit: Self.turnLimit) }
    let numbers = turns.flatMap { [$0.userTokens, $0.assistantTokens, $0.userBlocks] } + [systemTokens]
    if let wrong = numbers.first(where: { !(0...Self.partLimit ~= $0) }) {
      throw .tokens(wrong, limit: Self.partLimit)
    }
    (self.systemTokens, self.turns) = (systemTokens, turns)
  }

  /// A conversation whose turns are all alike.
  ///
  /// - Throws: As ``init(systemTokens:turns:)``.
  public init(systemTokens: Int, userTokens: Int, assistantTokens: Int, turns: Int) throws(SimulationError) {
    guard 1...Self.turnLimit ~= turns else { throw .turnCount(turns, limit: Self.turnLimit) }
    let turn = Turn(userTokens: userTokens, assistantTokens: assistantTokens)
    try self.init(systemTokens: systemTokens, turns: [Turn](repeating: turn, count: turns))
  }
}
