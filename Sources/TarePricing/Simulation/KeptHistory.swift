/// The history of a simulated conversation as one policy leaves it, request by request.
///
/// ```
/// system | summary? | first … turn-1 | turn
///                    \__ history __/   \_ the newest message
/// ```
/// Turns leave at the front only, so two prompts share what stands before their first difference: everything while
/// neither ``first`` nor ``summaryNumber`` changed, and the system prompt, with the summary if that did not change,
/// otherwise.
struct KeptHistory {
  private let conversation: SimulatedConversation
  private let policy: HistoryPolicy
  /// The oldest turn that is kept.
  private(set) var first = 0
  /// How many summaries were written; 0 while there is none in the prompt.
  private(set) var summaryNumber = 0
  /// Tokens of the finished turns from ``first`` on.
  private var historyTokens = 0
  /// Blocks of the same.
  private var historyBlocks = 0

  init(_ conversation: SimulatedConversation, _ policy: HistoryPolicy) {
    (self.conversation, self.policy) = (conversation, policy)
  }

  /// Tokens of the system prompt and of the summary behind it.
  var headTokens: Int { conversation.systemTokens + summaryTokens }

  /// Tokens of the whole input of request `turn`.
  func inputTokens(_ turn: Int) -> Int { headTokens + historyTokens + conversation.turns[turn].userTokens }

  /// Blocks of the whole input of request `turn`.
  func blocks(_ turn: Int) -> Int {
    1 + (summaryNumber > 0 ? 1 : 0) + historyBlocks + conversation.turns[turn].userBlocks
  }

  /// Drops what the policy drops before request `turn`, which has a cold cache or a warm one.
  ///
  /// - Returns: Input tokens of the request for a summary, where one is written.
  mutating func prepare(_ turn: Int, isCold: Bool) -> Int? {
    let dropped = drop(before: turn, isCold)
    guard dropped > 0, let summary = policy.summary else { return nil }
    let input = dropped + summaryTokens + summary.instructionTokens
    summaryNumber += 1
    return input
  }

  /// Takes request `turn` and its answer into the history.
  mutating func finish(_ turn: Int) {
    historyTokens += conversation.turns[turn].tokens
    historyBlocks += conversation.turns[turn].userBlocks + 1
  }

  private var summaryTokens: Int { summaryNumber > 0 ? policy.summary?.tokens ?? 0 : 0 }

  private mutating func drop(before turn: Int, _ isCold: Bool) -> Int {
    let input = inputTokens(turn)
    switch policy {
    case .full: return 0
    case .sliding(let limit): return drop(before: turn, to: limit)
    case .watermark(let high, let low, let alsoWhenCold):
      return input > high || (alsoWhenCold && isCold && input > low) ? drop(before: turn, to: low) : 0
    case .whenCold(let low): return isCold && input > low ? drop(before: turn, to: low) : 0
    case .summaryOnOverflow(let high, let low, let summary):
      // The first summary needs room of its own; a later one takes the place of the one before.
      return input > high ? drop(before: turn, to: low - (summaryNumber == 0 ? summary.tokens : 0)) : 0
    case .summaryEachTurn(let turns, _): return drop(before: turn) { $0.first < turn - turns }
    }
  }

  private mutating func drop(before turn: Int, to limit: Int) -> Int {
    drop(before: turn) { $0.inputTokens(turn) > limit }
  }

  /// Drops the oldest turn as long as there is one and `isTooLong` says so.
  private mutating func drop(before turn: Int, while isTooLong: (KeptHistory) -> Bool) -> Int {
    var dropped = 0
    while first < turn, isTooLong(self) {
      let oldest = conversation.turns[first]
      dropped += oldest.tokens
      historyTokens -= oldest.tokens
      historyBlocks -= oldest.userBlocks + 1
      first += 1
    }
    return dropped
  }
}
