extension Rate {
  /// The lifetimes that a cache entry of this model can have, the usual one first; none without a cache.
  public var cacheLifetimes: [CacheLifetime] {
    guard cachedInput != nil, let cacheRule else { return [] }
    switch cacheRule.kind {
    case .automatic(_, let lifetimes): return lifetimes
    case .breakpoints: return cacheWrites.map(\.lifetime)
    }
  }

  /// How this model's provider bills a repeated prefix.
  ///
  /// A model that is not known to have a cache, or whose price of cached tokens is not known, has none: what is not
  /// known is never a saving.
  ///
  /// - Parameters:
  ///   - lifetime: How long entries are to live; the usual lifetime where it is `nil`.
  ///   - marks: Where marks are set; of interest only where the provider bills by them.
  /// - Throws: ``CacheTermsError`` for a lifetime that the model does not have.
  public func cacheTerms(
    for lifetime: CacheLifetime? = nil, marks: CacheMarks = [.system, .newestMessage]
  ) throws(CacheTermsError) -> CacheTerms {
    let known = cacheLifetimes
    if let lifetime, !known.contains(lifetime) {
      throw CacheTermsError(model: model, lifetime: lifetime, known: known)
    }
    guard let cacheRule, let chosen = lifetime ?? known.first else { return .none }
    let minimum = minimumCacheableTokens ?? cacheRule.minimumTokens
    return switch cacheRule.kind {
    case .automatic(let granularity, _):
      .automatic(AutomaticCaching(minimumTokens: minimum, granularity: granularity, lifetime: chosen))
    case .breakpoints(_, let lookback):
      .breakpoints(BreakpointCaching(minimumTokens: minimum, lookback: lookback, lifetime: chosen, marks: marks))
    }
  }
}

/// A lifetime of cache entries that a model does not have.
public struct CacheTermsError: Error, Sendable, Hashable {
  /// The model.
  public let model: String
  /// What was asked for.
  public let lifetime: CacheLifetime
  /// The lifetimes it has.
  public let known: [CacheLifetime]
}

extension CacheTermsError: CustomStringConvertible {
  /// One sentence with the lifetimes there are.
  public var description: String {
    let choices =
      known.isEmpty ? "no cache is known for it" : "there is \(known.map(\.description).joined(separator: ", "))"
    return "\(model) has no cache lifetime of \(lifetime); \(choices)"
  }
}
