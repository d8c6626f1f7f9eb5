public import TarePricing

/// What trimming reckons with to say what it saves: a model's rate, how its provider bills what it has seen before,
/// and whether it still remembers the last request.
public struct TrimPricing: Sendable, Hashable {
  /// The prices.
  public let rate: Rate
  /// How a repeated prefix is billed.
  public let terms: CacheTerms
  /// Whether so much time went by since the last request that nothing of it is remembered.
  public let isCold: Bool

  /// - Parameter idleSeconds: How long ago the last request was; `nil` for soon enough to be remembered.
  public init(rate: Rate, terms: CacheTerms, idleSeconds: Int? = nil) {
    self.rate = rate
    self.terms = terms
    isCold = idleSeconds.map { terms.isCold(afterSeconds: $0) } ?? false
  }

  /// What a request of `input` tokens costs, of which the first `cached` were sent before; without the answer, which
  /// is the same whatever is kept.
  func cost(_ request: PricedRequest) throws(PricingError) -> Money {
    try rate.cost(of: terms.usage(input: request.input, cachedPrefix: request.cached))
  }
}

/// The tokens of a request, and how many of them from the start a request before it had.
struct PricedRequest: Sendable, Hashable {
  let input: Int
  let cached: Int
}

/// One way to go on with a conversation: the request at hand, and the one behind it if the conversation grows by as
/// much again as it did last.
struct RequestCourse: Sendable, Hashable {
  let now: PricedRequest
  let next: PricedRequest
}
