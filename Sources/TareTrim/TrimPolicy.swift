/// What trimming keeps when not everything fits. Whatever the policy, instructions, the last message of a person and
/// the newest group stay, and a tool call stays or goes with all of its results.
public struct TrimPolicy: Sendable, Hashable {
  /// How the window moves when a history grows.
  public enum Window: Sendable, Hashable {
    /// The newest messages that fit. Uses the budget best, and breaks the cached prefix at almost every call.
    case sliding
    /// Nothing is cut until the budget is full; then so much that the history falls to the low watermark: a share of
    /// what the budget leaves beside tools and instructions.
    ///
    /// The cut is found by replaying the growth of the history, so no state is kept between calls and two calls on
    /// the same growing history cut at the same place until the budget is full again: the cached prefix survives.
    case step(low: Share)
  }

  /// How the window moves.
  public var window: Window
  /// The most turns that are kept; `nil` for no limit. The window begins at the start of a turn then.
  public var keepTurns: Int?
  /// The most messages that are kept beside instructions; `nil` for no limit.
  public var keepMessages: Int?
  /// How many of the newest tool exchanges keep their results when room is needed, before any message is dropped;
  /// `nil` leaves all results as they are.
  public var keepToolResults: Int?
  /// The most tokens that the note in place of the dropped messages may have; `nil`, like anything below the 60
  /// that its first line needs, leaves no note.
  public var placeholderTokens: Int?

  /// A policy, by default a step window that falls to 60 %, with a note of at most 160 tokens in place of what was
  /// dropped: with prompt caching it costs a fraction of a sliding one, and without it still no more.
  public init(
    window: Window = .step(low: Share(thousandths: 600)), keepTurns: Int? = nil, keepMessages: Int? = nil,
    keepToolResults: Int? = nil,
    placeholderTokens: Int? = 160
  ) {
    self.window = window
    self.keepTurns = keepTurns
    self.keepMessages = keepMessages
    self.keepToolResults = keepToolResults
    self.placeholderTokens = placeholderTokens
  }

  /// The most tokens of the note; `nil` where none is wanted or none could say anything.
  var noteLimit: Int? { placeholderTokens.flatMap { $0 < SummaryPlaceholder.leastTokens ? nil : $0 } }
}
