/// How a prompt is used: what its cost depends on beside its text and its model.
///
/// ```
/// requests                each one is the prompt and what is new in it
/// prompt prompt prompt    the prompt's stable start is what they share
///
/// conversations           each request has all that was said before
/// prompt                  within a conversation the whole of the last request is shared
/// prompt a b
/// prompt a b c d
/// ```
/// Whatever nobody stated is left at what makes no cost of its own, and no volume is ever assumed.
public struct TrafficProfile: Sendable, Hashable {
  /// Whether requests stand for themselves or follow each other in conversations.
  public var shape = Shape.requests
  /// How many requests a month has, or how many conversations; `nil` where nobody said.
  public var perMonth: Int?
  /// How many requests with the prompt each one of ``perMonth`` stands for, as in the loop of an agent.
  public var callsPerTask = 1
  /// Input tokens of a request behind the prompt: what is new in it.
  public var newInputTokens = 0
  /// Output tokens of a request; `nil` where nobody said, so that only input is priced.
  public var outputTokens: Int?
  /// The pauses between requests with the prompt; `nil` where nobody said, so that every request finds the cache warm.
  public var gaps: GapPattern?
  /// What is asked of the provider's cache.
  public var cache = CacheChoice.automatic
  /// How soon a request is answered.
  public var processing = Rate.Processing.standard
  /// The tier of service that requests are sent to, where that is not the usual one, whose prices are the only ones that
  /// are known.
  public var tier: String?
  /// How many of a million requests are sent again.
  public var retriesPerMillion = 0

  /// Whether requests stand for themselves.
  public enum Shape: Sendable, Hashable {
    /// They share the prompt's stable start and nothing else.
    case requests
    /// So many follow each other, each with all that was said before.
    case conversation(turns: Int)
  }

  /// A profile in which nothing is stated.
  public init() {}

  /// How many requests a month has, those of all tasks and turns, without those that are sent again; `nil` where nobody
  /// said how many there are. More than can be counted are the most that can.
  public var requestsPerMonth: Int? {
    guard let perMonth else { return nil }
    let turns = if case .conversation(let turns) = shape { turns } else { 1 }
    return Int(clamping: Int128(perMonth) * Int128(max(1, turns)) * Int128(max(1, callsPerTask)))
  }
}
