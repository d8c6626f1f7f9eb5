import TareConversations

/// What trimming keeps when not everything fits. Whatever the policy, instructions, the last message of a person and
/// the newest group stay, and a tool call stays or goes with all of its results.
public struct TrimPolicy: Sendable, Hashable {
  /// How the window moves when a history grows.
  public enum Window: Sendable, Hashable {
    /// The newest messages that fit. Uses the budget best, and breaks the cached prefix at almost every call.
    case sliding
    /// Nothing is cut until the budget is full; then so much that the history falls to the low watermark: a share of
    /// what the budget leaves beside tools and instructions, ``TrimPolicy/defaultLow(of:cachedFrom:)`` where it is `nil`.
    ///
    /// The cut is found by replaying the growth of the history, so no state is kept between calls and two calls on
    /// the same growing history cut at the same place until the budget is full again: the cached prefix survives.
    case step(low: Share?)
    /// What bears on the question, from all of the history, each message in its place; `newest` is the share of what
    /// the budget leaves beside what must stay that goes to the newest turns first.
    ///
    /// Finds an answer that was given long ago where the newest messages do not hold it. What is kept changes with each
    /// question, so it breaks the cached prefix like a sliding window does.
    case relevant(newest: Share)
  }

  /// Whose texts may lose their middle.
  public enum Shortening: String, Sendable, CaseIterable {
    /// Nobody's.
    case none
    /// What tools returned.
    case toolResults = "tool-results"
    /// What tools returned, and what people and the model said; never instructions.
    case everything
  }

  /// How the window moves.
  public var window: Window
  /// The most turns that are kept; `nil` for no limit. The window begins at the start of a turn then.
  public var keepTurns: Int?
  /// The most messages that are kept beside instructions; `nil` for no limit.
  public var keepMessages: Int?
  /// What becomes of what tools returned.
  public var toolResults: ToolResultPolicy
  /// Whose texts may lose their middle: those of what must stay where it does not fit, and, in a sliding window, those of
  /// the oldest exchange, which then stays in part instead of going as a whole.
  public var shortening: Shortening
  /// How the budget is divided.
  public var shares = BudgetShares()
  /// The share of the budget for a message that repeats, directly before the last message of a person, what was said
  /// in dropped messages that bear on the question; nothing where it is `nil`. It stands behind the prefix that a step
  /// window keeps, so it costs its own tokens and breaks no cache. A window of relevant messages has no use for it.
  public var recall: Share?
  /// When a cut that the budget asks for is put off because it would cost more than it saves; `nil` for never.
  public var payBack: PayBack?
  /// The shortest prefix that the model's provider caches: 1,024 tokens for most of them.
  public var cacheMinimum = 1_024
  /// The most tokens that the note in place of the dropped messages may have; `nil`, like anything below the 60
  /// that its first line needs, leaves no note.
  public var placeholderTokens: Int?

  /// A policy, by default a step window with the low watermark that costs least, with a note of at most 160 tokens in place of what was
  /// dropped: with prompt caching it costs a fraction of a sliding one, and without it still no more.
  public init(
    window: Window = .step(low: nil), keepTurns: Int? = nil, keepMessages: Int? = nil,
    toolResults: ToolResultPolicy = ToolResultPolicy(), shortening: Shortening = .toolResults,
    recall: Share? = nil, placeholderTokens: Int? = 160
  ) {
    self.window = window
    self.keepTurns = keepTurns
    self.keepMessages = keepMessages
    self.toolResults = toolResults
    self.shortening = shortening
    self.recall = recall
    self.placeholderTokens = placeholderTokens
  }

  /// Whether something limits what stays even where there is no budget in tokens.
  public var limitsByNumber: Bool { keepTurns != nil || keepMessages != nil || !toolResults.caps.isEmpty }

  /// Whether anything is chosen by a question.
  public var asksQuestion: Bool {
    if case .relevant = window { return true }
    return recall != nil
  }

  /// What a step window falls to where nobody says: a fifth, or so much that the payload is still long enough for a
  /// provider to cache it, but never more than 60 %.
  ///
  /// With a price of 1.25 for writing to a cache and 0.1 for reading, dialogues of 11,000 to 22,000 tokens cost least
  /// at about a fifth of a budget of 8,000 tokens and about 0.3 of one of 4,000 (`Benchmarks/trimming.py`): the lower the
  /// watermark, the fewer tokens are read again and again, until the prefix is too short for the cache.
  ///
  /// - Parameter minimum: The shortest prefix that the provider caches, of which an eighth more is kept.
  public static func defaultLow(of tokens: Int, cachedFrom minimum: Int = 1_024) -> Share {
    let cached = min(minimum, 1 << 30) * 9 / 8 * 1_000 / max(tokens, 1)
    return Share(thousandths: min(600, max(200, cached)))
  }

  /// The most tokens of the note; `nil` where none is wanted or none could say anything.
  var noteLimit: Int? {
    placeholderTokens.flatMap { tokens in
      guard tokens >= SummaryPlaceholder.leastTokens else { return nil }
      // Where the messages themselves are chosen by the question, the note need only say that others are missing.
      if case .relevant = window { return SummaryPlaceholder.leastTokens }
      return tokens
    }
  }
}
