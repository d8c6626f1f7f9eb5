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
    let marked = min(max(0, markedPrefix ?? input), input)
    let classes = classes(input: input, cached: min(max(0, cachedPrefix), input), marked: marked)
    let write = lifetime.map { CacheWrite(classes.written, for: $0) }
    return Usage(uncached: classes.uncached, read: classes.read, write: write, output: output)
  }

  /// The same for numbers that are in range.
  func classes(input: Int, cached: Int, marked: Int) -> InputClasses {
    switch self {
    case .none:
      return InputClasses(input: input)
    case .automatic(let terms):
      return InputClasses(input: input, read: terms.tokensRead(ofShared: cached))
    case .breakpoints(let terms):
      let read = cached >= terms.minimumTokens ? cached : 0
      return InputClasses(input: input, read: read, written: marked >= terms.minimumTokens ? max(0, marked - read) : 0)
    }
  }
}

/// The input tokens of a request by what they are billed as.
struct InputClasses {
  let uncached: Int
  let read: Int
  let written: Int

  /// What is neither read nor written of `input` is uncached.
  init(input: Int, read: Int = 0, written: Int = 0) {
    (uncached, self.read, self.written) = (input - read - written, read, written)
  }
}

extension AutomaticCaching {
  /// How many of the `shared` tokens that a request has in common with a live one are served from the cache.
  public func tokensRead(ofShared shared: Int) -> Int {
    let read = shared - shared % granularity
    return read >= minimumTokens ? read : 0
  }
}
