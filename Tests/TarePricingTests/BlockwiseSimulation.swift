import TarePricing

/// The simulation as it would be written down first: a prompt is a list of blocks, and a cache a table of prompts. Slow,
/// and easy to compare with the providers' descriptions.
struct BlockwiseSimulation {
  private struct Block: Hashable {
    let name: String
    let tokens: Int
  }

  private let conversation: SimulatedConversation
  private let terms: CacheTerms
  private let policy: HistoryPolicy
  private var history: [[Block]] = []
  private var summary: [Block] = []
  private var summaries = 0
  private var expiryOfPrefix: [[Block]: Int] = [:]
  private var now = 0
  private(set) var numbers = [Int](repeating: 0, count: 9)

  init(_ conversation: SimulatedConversation, _ terms: CacheTerms, _ policy: HistoryPolicy, gaps: [Int]) {
    (self.conversation, self.terms, self.policy) = (conversation, terms, policy)
    for turn in conversation.turns.indices { send(turn, gap: turn == 0 ? 0 : gaps[min(turn, gaps.count) - 1]) }
  }

  private var system: [Block] { [Block(name: "system", tokens: conversation.systemTokens)] }

  private func tokens(_ blocks: [Block]) -> Int { blocks.reduce(0) { $0 + $1.tokens } }

  private func message(_ turn: Int) -> [Block] {
    let (count, tokens) = (conversation.turns[turn].userBlocks, conversation.turns[turn].userTokens)
    return (0..<count).map { Block(name: "user \(turn) \($0)", tokens: $0 == 0 ? tokens : 0) }
  }

  private func prompt(_ turn: Int) -> [Block] { system + summary + history.flatMap(\.self) + message(turn) }

  private mutating func send(_ turn: Int, gap: Int) {
    now += gap
    trim(turn, isCold: turn > 0 && terms.lifetime.map { gap >= $0.seconds } == true)
    let prompt = prompt(turn)
    expiryOfPrefix = expiryOfPrefix.filter { $0.value > now }
    let (read, written) = lookUp(prompt)
    numbers[0] += tokens(prompt) - read - written
    numbers[1] += read
    numbers[2] += written
    numbers[3] += conversation.turns[turn].assistantTokens
    numbers[6] += 1
    numbers[7] += read > 0 ? 1 : 0
    numbers[8] = max(numbers[8], tokens(prompt))
    history.append(message(turn) + [Block(name: "assistant \(turn)", tokens: conversation.turns[turn].assistantTokens)])
  }

  private mutating func trim(_ turn: Int, isCold: Bool) {
    let size = tokens(prompt(turn))
    switch policy {
    case .full: return
    case .sliding(let limit): drop(turn, to: limit)
    case .watermark(let high, let low, let alsoWhenCold):
      if size > high || (alsoWhenCold && isCold) { drop(turn, to: low) }
    case .whenCold(let low):
      if isCold { drop(turn, to: low) }
    case .summaryOnOverflow(let high, let low, let made):
      if size > high { summarise(drop(turn, to: low - (summary.isEmpty ? made.tokens : 0)), made) }
    case .summaryEachTurn(let keep, let made):
      let leaving = history.prefix(max(0, history.count - keep))
      history.removeFirst(leaving.count)
      summarise(tokens(leaving.flatMap(\.self)), made)
    }
  }

  @discardableResult private mutating func drop(_ turn: Int, to limit: Int) -> Int {
    var dropped = 0
    while !history.isEmpty, tokens(prompt(turn)) > limit { dropped += tokens(history.removeFirst()) }
    return dropped
  }

  private mutating func summarise(_ dropped: Int, _ made: HistoryPolicy.Summary) {
    guard dropped > 0 else { return }
    numbers[4] += dropped + tokens(summary) + made.instructionTokens
    numbers[5] += made.tokens
    summaries += 1
    summary = [Block(name: "summary \(summaries)", tokens: made.tokens)]
  }

  /// What is read and what is written of a prompt, which the cache holds from now on.
  private mutating func lookUp(_ prompt: [Block]) -> (read: Int, written: Int) {
    switch terms {
    case .none: return (0, 0)
    case .automatic(let caching):
      let shared = expiryOfPrefix.keys.map { tokens(zip($0, prompt).prefix { $0.0 == $0.1 }.map(\.0)) }.max() ?? 0
      expiryOfPrefix[prompt] = now + caching.lifetime.seconds
      let read = shared / caching.granularity * caching.granularity
      return (read >= caching.minimumTokens ? read : 0, 0)
    case .breakpoints(let caching):
      let marks = [caching.marks.contains(.system) ? 1 : 0, caching.marks.contains(.newestMessage) ? prompt.count : 0]
      let found =
        marks.flatMap { mark in
          stride(from: mark, to: max(0, mark - (caching.lookback ?? mark)), by: -1)
            .first { expiryOfPrefix[Array(prompt[..<$0])] != nil }.map { [$0] } ?? []
        }.max() ?? 0
      let entries = marks.filter { $0 > 0 && tokens(Array(prompt[..<$0])) >= caching.minimumTokens }
      let read = tokens(Array(prompt[..<found]))
      for length in entries + (found > 0 ? [found] : []) {
        expiryOfPrefix[Array(prompt[..<length])] = now + caching.lifetime.seconds
      }
      return (read, max(0, tokens(Array(prompt[..<(entries.max() ?? 0)])) - read))
    }
  }
}
