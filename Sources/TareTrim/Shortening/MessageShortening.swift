import TareConversations
import TareJSON
import TareText
import TareTokens

/// Shortens the long texts of messages in their middle, all to the same length, so that together they lose what they
/// have to.
///
/// ```
/// tokens    │█                    to lose: what stands above the line
///           │█        █
///  cap  ────│█────────█─────────  the highest line that leaves few enough
///           │█  █  █  █  █
/// ```
struct MessageShortening {
  /// A text that may lose its middle.
  private struct Candidate {
    let message: Int
    let text: MessageText
    /// The tokens it has as it is sent without being shortened further.
    let tokens: Int
  }

  private let counted: CountedConversation
  private var candidates: [Candidate] = []

  /// - Parameters:
  ///   - scope: Whose texts may be shortened.
  ///   - capped: What is already shorter than it came.
  init(
    _ counted: CountedConversation, messages: some Sequence<Int>, scope: TrimPolicy.Shortening, capped: CappedResults
  ) {
    self.counted = counted
    for index in messages where scope != .none {
      let message = capped.messages[index]
      for text in counted.conversation.messages[index].texts where scope == .everything || text.origin == .toolResult {
        guard message?.hasCleared(text) != true else { continue }
        add(text, of: index, tokens: message?.textTokens[text.range.start])
      }
    }
  }

  /// The texts of messages, each with the index of its message.
  init(_ counted: CountedConversation, texts: [(message: Int, text: MessageText)]) {
    self.counted = counted
    for (message, text) in texts { add(text, of: message, tokens: nil) }
  }

  private mutating func add(_ text: MessageText, of message: Int, tokens known: Int?) {
    let tokens = known ?? text.value.string.map { counted.counter.textTokens($0) } ?? 0
    if tokens > ShortenedText.least { candidates.append(Candidate(message: message, text: text, tokens: tokens)) }
  }

  /// The edits by which the texts lose about `tokens` together, for each message, or `nil` where they cannot lose so
  /// many.
  ///
  /// - Complexity: O(*n*) in the bytes of the texts that are shortened.
  func losing(_ tokens: Int) -> [Int: [Edit]]? {
    guard let cap = cap(losing: tokens) else { return nil }
    var edits: [Int: [Edit]] = [:]
    for candidate in candidates where candidate.tokens > cap {
      guard let text = elided(candidate, to: cap) else { return nil }
      edits[candidate.message, default: []].append(candidate.text.edit(with: text))
    }
    return edits
  }

  /// The most tokens that the texts can lose together.
  var most: Int { candidates.reduce(0) { $0 + max(0, $1.tokens - ShortenedText.least) } }

  /// The highest cap under which the texts lose `tokens`.
  private func cap(losing tokens: Int) -> Int? {
    func lost(_ cap: Int) -> Int { candidates.reduce(0) { $0 + max(0, $1.tokens - cap) } }
    var (low, high) = (ShortenedText.least, candidates.map(\.tokens).max() ?? 0)
    guard high > low, lost(low) >= tokens else { return nil }
    while low < high {
      let middle = (low + high + 1) / 2
      if lost(middle) >= tokens { low = middle } else { high = middle - 1 }
    }
    return low
  }

  private func elided(_ candidate: Candidate, to cap: Int) -> String? {
    guard let text = candidate.text.value.string else { return nil }
    let handle = ContentHandle(of: counted.conversation.messages[candidate.message].value.rawBytes)
    let mark = ShortenedText.mark(total: counted.counter.textTokens(text), handle: handle)
    var limit = cap
    while limit > 0 {
      guard
        let elision = counted.counter.tokenizer.elided(
          text, to: limit, leavingOut: .middle(headShare: 60), mark: mark, at: .character)
      else { return nil }
      let shortened = String(decoding: elision.text, as: UTF8.self)
      let tokens = counted.counter.textTokens(shortened)
      if tokens <= cap { return shortened }
      // A model's tokens may be more than the encoding's that they are estimated from.
      limit -= max(1, tokens - cap)
    }
    return nil
  }
}
