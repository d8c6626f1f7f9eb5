public import TarePricing

/// Money before and after, exact.
public struct CostDelta: Sendable, Hashable {
  /// The cost before; nothing for what was not there.
  public let before: Money
  /// The cost after; nothing for what is gone.
  public let after: Money
  /// What is paid more now; negative for a saving.
  public let delta: Money

  /// Compares two sums.
  public init(before: Money, after: Money) throws(MoneyOverflow) {
    self.before = before
    self.after = after
    delta = try after - before
  }

  /// The same comparison for `count` times as much.
  func times(_ count: Int) throws(MoneyOverflow) -> CostDelta {
    try CostDelta(before: before * count, after: after * count)
  }

  static func + (left: CostDelta, right: CostDelta) throws(MoneyOverflow) -> CostDelta {
    try CostDelta(before: left.before + right.before, after: left.after + right.after)
  }
}

/// The input cost of a number of requests with a prompt, before and after.
public struct RequestCost: Sendable, Hashable {
  /// No token is read from a cache.
  public let uncached: CostDelta
  /// The stable prefix is read from the cache by every request, where it is long enough to be cached; `nil` where
  /// the price of that is not known.
  public let cached: CostDelta?

  /// The costs of `count` requests.
  package func times(_ count: Int) throws(MoneyOverflow) -> RequestCost {
    RequestCost(uncached: try uncached.times(count), cached: try cached?.times(count))
  }

  /// The costs of all of `parts`; the cached cost is known only where that of each part is.
  package static func sum(of parts: [RequestCost]) throws(MoneyOverflow) -> RequestCost {
    var uncached = try CostDelta(before: .zero, after: .zero)
    var cached: CostDelta? = uncached
    for part in parts {
      uncached = try uncached + part.uncached
      if let sum = cached, let next = part.cached { cached = try sum + next } else { cached = nil }
    }
    return RequestCost(uncached: uncached, cached: cached)
  }
}
