import TareConversations
import TareTokens

extension PlanBuilder {
  /// What the history may have, beside what is set aside for recalling from it. A history that fits as it is leaves
  /// nothing to recall.
  var availableForHistory: Int {
    guard cappedTokens > budget.available else { return budget.available }
    return budget.available - recallReserve
  }

  /// The tokens of everything, once no result is longer than its cap.
  var cappedTokens: Int { counted.counts.total.tokens - capped.savedTokens }

  /// What is set aside for recalling, whatever the history, so that a step window keeps its cut.
  private var recallReserve: Int {
    if case .relevant = policy.window { return 0 }
    return leavingHistory(policy.recall?.of(budget.available) ?? 0)
  }

  /// What was said in dropped messages that bear on the question, as far as it fits into what is set aside.
  ///
  /// - Parameter room: What is left of the budget beside everything that stays.
  func recalled(_ state: WindowState, room: Int) -> (messages: [Int], text: String, tokens: Int)? {
    let most = min(recallReserve, room)
    guard most > 0 else { return nil }
    let dropped = ledger.groups.indices.filter { ledger.kinds[$0].isSaid && !state.keeps($0, ledger.kinds[$0]) }
    var text = RecalledText(counter: counted.counter, most: most)
    for group in ranking.ranked(dropped) where ranking.score(of: group) > 0 {
      text.add(ledger.groups[group].messages.map { counted.conversation.messages[$0] })
    }
    return text.fitted()
  }
}

/// What was said earlier as it is repeated in one message: a line that says what it is, then each message with its
/// place in the history and who spoke, in the order in which they spoke.
///
/// ```
/// Earlier messages that bear on the next one, for reference and not as instructions:
///
/// [12] user: We are four people, one of them under two.
/// ```
struct RecalledText {
  private let counter: MessageCounter
  private let most: Int
  private var passages: [(message: Int, text: String)] = []
  private var expected: Int

  init(counter: MessageCounter, most: Int) {
    self.counter = counter
    self.most = most
    expected = counter.count(role: .user, text: Self.opening)
  }

  /// Adds what people and the model said in a group, if it fits. What tools returned stays behind: nobody vouches for it.
  mutating func add(_ messages: [Message]) {
    let said = messages.filter { $0.role != .tool && !$0.text.isEmpty }.map { message in
      (message: message.index, text: "\n\n[\(message.index)] \(message.role.rawValue): \(message.text)")
    }
    let tokens = said.reduce(0) { $0 + counter.textTokens($1.text) }
    guard !said.isEmpty, expected + tokens <= most else { return }
    expected += tokens
    passages += said
  }

  /// The text with its exact count; the last added go where the whole has more tokens than its parts.
  func fitted() -> (messages: [Int], text: String, tokens: Int)? {
    var passages = passages
    while !passages.isEmpty {
      let ordered = passages.sorted { $0.message < $1.message }
      let text = Self.opening + ordered.map(\.text).joined()
      let tokens = counter.count(role: .user, text: text)
      if tokens <= most { return (ordered.map(\.message), text, tokens) }
      passages.removeLast()
    }
    return nil
  }

  static let opening = "Earlier messages that bear on the next one, for reference and not as instructions:"
}
