import TareAudit
import TarePricing
public import TareSavings

/// What the tokens of findings cost with one model.
///
/// Prices are for 1,000 requests, because nobody but the reader knows how many there are; a month is priced only where
/// its requests were given.
public struct AuditPrices: Sendable {
  /// The rate of the model.
  public let tag: PriceTag
  /// How tokens are counted for it.
  public let tokenizer: ModelTokenizer
  /// Requests in a month, where they are known.
  public let requestsPerMonth: Int?

  /// The prices of the model of `tag`.
  public init(_ tag: PriceTag, _ tokenizer: ModelTokenizer, requestsPerMonth: Int? = nil) {
    self.tag = tag
    self.tokenizer = tokenizer
    self.requestsPerMonth = requestsPerMonth
  }

  /// How many requests prices are shown for.
  static let shownRequests = 1_000

  private var rate: Rate { tag.rate }

  /// What the tokens of `cost` cost in one request; `nil` for tokens that have no price, such as those that could have
  /// been read from a cache whose price is not known.
  func perRequest(_ cost: Finding.Cost) -> Money? {
    switch cost {
    case .none: nil
    case .wasted(let tokens), .over(let tokens): perRequest(tokens)
    case .uncached(let tokens):
      // Both products stay in range, so their difference does.
      perCachedRequest(tokens).flatMap { try? perRequest(tokens) - $0 }
    }
  }

  /// What `tokens` of input cost in one request, without any cache.
  func perRequest(_ tokens: Int) -> Money { rate.input * tokenizer.modelTokens(tokens) }

  /// What `tokens` of input cost in one request when they are read from the cache; `nil` where that has no price.
  func perCachedRequest(_ tokens: Int) -> Money? { rate.cachedInput.map { $0 * tokenizer.modelTokens(tokens) } }

  /// What `count` requests cost, or `nil` where that is more than money can hold.
  func times(_ money: Money, _ count: Int) -> Money? { try? money * count }
}
