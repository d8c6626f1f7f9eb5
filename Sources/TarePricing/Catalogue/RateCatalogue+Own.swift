extension RateCatalogue {
  /// This catalogue with the rates of `own` put before its own: a name that both have is the other's.
  ///
  /// A rate of `own` that names no rule for caching has that of the rate whose name and provider it shares: a contract
  /// changes what a cached token costs, not how the provider remembers it.
  ///
  /// Day and source stay those of this catalogue, with a word on the rates that were added; each rate has its own
  /// source.
  ///
  /// - Throws: ``CatalogueError`` when names cannot be told apart afterwards.
  public func adding(_ own: RateCatalogue) throws(CatalogueError) -> RateCatalogue {
    let taken = Set(own.rates.flatMap { [$0.model] + $0.aliases }.map { $0.lowercased() })
    let rest = rates.compactMap { rate -> Rate? in
      guard !taken.contains(rate.model.lowercased()) else { return nil }
      var rate = rate
      rate.aliases.removeAll { taken.contains($0.lowercased()) }
      return rate
    }
    let count = own.rates.count == 1 ? "1 rate" : "\(own.rates.count) rates"
    return try RateCatalogue(
      date: date, source: "\(source); \(count) of your own, \(own.date), \(own.source)",
      rates: own.rates.map(withKnownCaching) + rest,
      prefixes: prefixes.merging(own.prefixes) { $0 + $1 })
  }

  private func withKnownCaching(_ own: Rate) -> Rate {
    guard own.cacheRule == nil, let known = try? rate(for: own.model), known.provider == own.provider else {
      return own
    }
    var rate = own
    rate.cacheRule = known.cacheRule
    return rate
  }
}
