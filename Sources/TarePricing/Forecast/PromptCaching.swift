/// A prefix that requests of a forecast have in common, and how often the provider still remembers it.
public struct PromptCaching: Sendable, Hashable {
  /// The tokens of the prefix, as it is sent.
  public let prefixTokens: Int
  /// The share of requests that find the prefix in the cache.
  public let hitShare: Fraction
  /// How long an entry is to live; the provider's usual lifetime where it is `nil`.
  public let lifetime: CacheLifetime?

  /// A prefix of `prefixTokens` that a share of requests finds.
  public init(prefixTokens: Int, hitShare: Fraction, lifetime: CacheLifetime? = nil) {
    (self.prefixTokens, self.hitShare, self.lifetime) = (prefixTokens, hitShare, lifetime)
  }

  /// What a request costs on average: one that finds the prefix reads it, and every other writes it where that is billed.
  func cost(of rate: Rate, input: Fraction, output: Fraction) throws(PricingError) -> Fraction {
    let terms = terms(of: rate)
    let found = terms.classes(input: prefixTokens, cached: prefixTokens, marked: prefixTokens)
    let missed = terms.classes(input: prefixTokens, cached: 0, marked: prefixTokens)
    let prices = rate.prices(forInput: input.roundedUp)
    let rest = input - Fraction(prefixTokens)
    func cost(_ classes: InputClasses) throws(PricingError) -> Fraction {
      let write = terms.lifetime.flatMap { prices.write(for: $0) }
      return try rate.cost(of: rest + Fraction(classes.uncached), at: prices.uncachedInput, "input")
        + rate.cost(of: Fraction(classes.read), at: prices.cachedRead, "cached input")
        + rate.cost(of: Fraction(classes.written), at: write, "cache writes")
    }
    return try hitShare * cost(found) + (.one - hitShare) * cost(missed)
      + rate.cost(of: output, at: prices.output, "output")
  }

  /// The provider's rules; a lifetime that the model does not have is none of them.
  func terms(of rate: Rate) -> CacheTerms { (try? rate.cacheTerms(for: lifetime, marks: .system)) ?? .none }

  /// How many tokens of the prefix a hit reads: whole steps of it, and none below the model's minimum.
  package func tokensRead(of rate: Rate) -> Int {
    terms(of: rate).classes(input: prefixTokens, cached: prefixTokens, marked: prefixTokens).read
  }

  /// Whether the provider remembers such a prefix at all.
  func isCached(by rate: Rate) -> Bool { tokensRead(of: rate) > 0 }
}
