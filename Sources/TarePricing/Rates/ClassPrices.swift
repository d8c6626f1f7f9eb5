/// What each class of a request's tokens costs; `nil` is not known, never 0 and never guessed.
public struct ClassPrices: Sendable, Hashable {
  /// Input tokens that no cache served.
  public let uncachedInput: TokenPrice?
  /// Input tokens read from a cache.
  public let cachedRead: TokenPrice?
  /// Input tokens written to a cache, shortest lifetime first.
  public let cacheWrites: [CacheWritePrice]
  /// Output tokens.
  public let output: TokenPrice?

  /// The price of tokens written for a lifetime.
  public func write(for lifetime: CacheLifetime) -> TokenPrice? {
    cacheWrites.first { $0.lifetime == lifetime }?.price
  }
}

extension Rate {
  /// The prices of a request with `inputTokens` in all: those of its long-context tier, for all of its tokens.
  ///
  /// Nothing is known of a long request in batch, nor of cached tokens in batch; of cached tokens in a long request only
  /// what its tier states.
  public func prices(forInput inputTokens: Int, processing: Processing = .standard) -> ClassPrices {
    switch (processing, longContextTier(for: inputTokens)) {
    case (.standard, nil):
      ClassPrices(uncachedInput: input, cachedRead: cachedInput, cacheWrites: cacheWrites, output: output)
    case (.standard, .some(let tier)):
      ClassPrices(
        uncachedInput: tier.input, cachedRead: tier.cachedInput, cacheWrites: tier.cacheWrites, output: tier.output)
    case (.batch, nil):
      ClassPrices(uncachedInput: batch?.input, cachedRead: nil, cacheWrites: [], output: batch?.output)
    case (.batch, .some):
      ClassPrices(uncachedInput: nil, cachedRead: nil, cacheWrites: [], output: nil)
    }
  }

  /// The tier that a request of that many input tokens falls into, or `nil` for the plain prices.
  public func longContextTier(for inputTokens: Int) -> LongContextTier? {
    longContext.last { inputTokens >= $0.from }
  }
}
