extension CacheTerms {
  /// What one request is billed as when the first `cachedPrefix` of its `input` tokens are live in the cache.
  ///
  /// A prefix below the minimum is read by nobody and written by nobody. Numbers out of range are taken as the nearest
  /// one within it, so that the classes add up to `input` whatever is asked.
  ///
  /// - Parameters:
  ///   - input: All input tokens of the request.
  ///   - cachedPrefix: How many of them, from the start, a live entry holds.
  ///   - markedPrefix: Where the last mark stands, in tokens from the start; at the end where it is `nil`. Only
  ///     breakpoints look at it.
  ///   - output: Output tokens.
  public func usage(input: Int, cachedPrefix: Int, markedPrefix: Int? = nil, output: Int = 0) -> Usage {
    let input = max(0, input)
    let cached = min(max(0, cachedPrefix), input)
    switch self {
    case .none:
      return Usage(uncached: input, read: 0, write: nil, output: output)
    case .automatic(let terms):
      let read = terms.tokensRead(ofShared: cached)
      return Usage(uncached: input - read, read: read, write: nil, output: output)
    case .breakpoints(let terms):
      let (read, written) = terms.tokens(cached: cached, marked: min(max(0, markedPrefix ?? input), input))
      return Usage(
        uncached: input - read - written, read: read, write: CacheWrite(written, for: terms.lifetime), output: output)
    }
  }
}

extension AutomaticCaching {
  /// How many of the `shared` tokens that a request has in common with a live one are served from the cache.
  public func tokensRead(ofShared shared: Int) -> Int {
    let read = shared - shared % granularity
    return read >= minimumTokens ? read : 0
  }
}

extension BreakpointCaching {
  /// What of a request is read where a live entry holds `cached` tokens and what is written up to a mark behind `marked`.
  func tokens(cached: Int, marked: Int) -> (read: Int, written: Int) {
    let read = cached >= minimumTokens ? cached : 0
    return (read, marked >= minimumTokens ? max(0, marked - read) : 0)
  }
}
