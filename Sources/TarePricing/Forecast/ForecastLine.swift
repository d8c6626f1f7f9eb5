/// One line of a forecast: what comes in, what it does to the cost, and where that leads.
public struct ForecastLine: Sendable, Hashable {
  /// What a line stands for, with the numbers it rests on.
  public enum Kind: Sendable, Hashable {
    /// The requests as they are: what every saving is one on.
    case requests
    /// Each task takes several requests.
    case callsPerTask(Fraction)
    /// Input tokens are cut by a share.
    case inputCut(Fraction)
    /// Output tokens are cut by a share.
    case outputCut(Fraction)
    /// Other models answer.
    case routing(Routing)
    /// The provider remembers a prefix.
    case promptCaching(PromptCaching)
    /// A share of requests waits for a batch.
    case batch(Fraction)
    /// Answers are given again.
    case responseCache(ResponseCache)
    /// Requests are made again.
    case retries(Retries)
    /// Calls besides each request.
    case extraCalls(ExtraCalls)
    /// Work besides all requests.
    case work(PeriodicWork)
    /// Prices fall.
    case priceDecline(PriceDecline)
    /// A cost beside the models.
    case overhead(Overhead)
  }

  /// What it stands for.
  public let kind: Kind
  /// What it adds to the cost of the lines above, in dollars; below 0 where it saves.
  public let effect: Fraction
  /// The cost of this line and all above.
  public let total: Fraction
  /// What is not known of it, each in a sentence without its full stop. What it would have saved is not taken off, and
  /// what it would have cost is missing.
  public let gaps: [String]
  /// What about it may surprise, each in a sentence without its full stop.
  public let notes: [String]
}
