extension Rate {
  /// Prices that somebody states, for a model that no catalogue has to know.
  ///
  /// - Parameters:
  ///   - name: What the model is called.
  ///   - input: Input tokens.
  ///   - output: Output tokens; `nil` for a model that has none.
  ///   - cachedInput: Input tokens read from a cache; without a price nothing is read.
  ///   - cacheWrite: Input tokens written to a cache; without a price writing is free.
  ///   - minimumCacheableTokens: The shortest prefix that is remembered.
  ///   - batch: Prices of requests that may wait.
  public init(
    stated name: String, input: TokenPrice, output: TokenPrice?, cachedInput: TokenPrice? = nil,
    cacheWrite: TokenPrice? = nil, minimumCacheableTokens: Int = 0, batch: PlainPrices? = nil
  ) {
    let writes = cacheWrite.map { CacheWritePrice(lifetime: .fiveMinutes, price: $0, isExplicitOnly: false) }
    let kind: CacheRule.Kind =
      cacheWrite == nil
      ? .automatic(granularity: 1, lifetimes: [.fiveMinutes]) : .breakpoints(maximumMarks: 4, lookback: nil)
    let rule = CacheRule(
      name: "stated", kind: kind, minimumTokens: minimumCacheableTokens, isAssumed: false, source: "stated")
    self.init(
      model: name, provider: "stated", aliases: [], excludedIDs: [], input: input, cachedInput: cachedInput,
      output: output, cacheWrites: writes.map { [$0] } ?? [], cacheStorage: nil,
      minimumCacheableTokens: minimumCacheableTokens, cacheRule: cachedInput == nil ? nil : rule, batch: batch,
      longContext: [], offPeak: nil, changes: [], maximumInputTokens: nil, maximumOutputTokens: nil, retires: nil,
      source: RateSource(record: "stated", page: nil, comparedWith: nil, agrees: nil, difference: nil))
  }

  /// Whether the prices were stated and are no catalogue's.
  public var isStated: Bool { provider == "stated" && source.record == "stated" }
}

extension PlainPrices {
  /// Prices that somebody states.
  public init(statedInput input: TokenPrice, output: TokenPrice?) { self.init(input: input, output: output) }
}
