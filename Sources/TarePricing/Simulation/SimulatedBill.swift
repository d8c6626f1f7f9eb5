/// What the conversations of a simulation cost under one policy.
public struct SimulatedBill: Sendable, Hashable {
  /// The policy.
  public let policy: HistoryPolicy
  /// How many conversations this is the bill of.
  public let conversations: Int
  /// Tokens of all of them.
  public let tokens: Tokens
  /// Requests, without those that write summaries.
  public let requests: Int
  /// Requests that read something from the cache.
  public let hits: Int
  /// The most input tokens of a request.
  public let largestInput: Int
  /// Finished turns that the requests could still see, added up over all requests.
  public let keptTurns: Int
  /// The fewest finished turns that a request saw after the policy had first dropped one; `nil` where it never did.
  public let fewestKeptTurns: Int?
  /// What all of it costs.
  public let cost: Money

  /// Tokens by what they are billed as; the three kinds of input add up to the input of all ``requests``.
  public struct Tokens: Sendable, Hashable {
    /// Input that no cache served.
    public let uncached: Int
    /// Input read from the cache.
    public let read: Int
    /// Input written to the cache.
    public let written: Int
    /// Output of the conversation.
    public let output: Int
    /// Input of the requests that write summaries, which no cache serves.
    public let summaryInput: Int
    /// Output of the same.
    public let summaryOutput: Int
  }

  /// What one conversation costs on average, to the nearest 10⁻¹⁵ dollars.
  public var costPerConversation: Money { cost.share(1, of: conversations) }

  /// What `count` such conversations cost on average, to the nearest 10⁻¹⁵ dollars.
  public func cost(of count: Int) -> Money { cost.share(count, of: conversations) }
}
