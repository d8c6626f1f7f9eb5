/// The tokens of one request, or of many, by what they are billed as.
public struct Usage: Sendable, Hashable {
  /// Whether a number of input tokens already holds the cached ones.
  ///
  /// Providers differ, and mixing them up bills every cached token twice or not at all. So there is no default.
  public enum InputCounting: Sendable, Hashable {
    /// As OpenAI and Google report it: input is all of it, cached parts included.
    case includesCached
    /// As Anthropic reports it: input is only what no cache read or wrote.
    case excludesCached
  }

  /// Input tokens that no cache served.
  public let uncachedInput: Int
  /// Input tokens read from a cache.
  public let cachedRead: Int
  /// Input tokens written to a cache, shortest lifetime first, each lifetime once.
  public let cacheWrites: [CacheWrite]
  /// Output tokens, reasoning included.
  public let output: Int

  /// Usage as a provider reports it.
  ///
  /// - Parameters:
  ///   - input: Input tokens.
  ///   - counting: Whether `input` holds `cachedRead` and `cacheWrites`.
  ///   - cachedRead: Input tokens read from a cache.
  ///   - cacheWrites: Input tokens written to a cache.
  ///   - output: Output tokens.
  /// - Throws: ``UsageError`` for a negative number and for parts that exceed the input that holds them.
  public init(
    input: Int, counting: InputCounting, cachedRead: Int = 0, cacheWrites: [CacheWrite] = [], output: Int = 0
  ) throws(UsageError) {
    guard min(input, cachedRead, output) >= 0, cacheWrites.allSatisfy({ $0.tokens >= 0 }) else { throw .negative }
    let cached = cacheWrites.map(\.tokens).reduce(Int128(cachedRead)) { $0 + Int128($1) }
    let uncached = counting == .includesCached ? Int128(input) - cached : Int128(input)
    guard uncached >= 0 else { throw .cachedExceedsInput(cached: Int(clamping: cached), input: input) }
    guard let total = Int(exactly: uncached + cached), total >= 0 else { throw .tooLarge }
    uncachedInput = Int(clamping: uncached)
    self.cachedRead = cachedRead
    self.cacheWrites = Self.merged(cacheWrites)
    self.output = output
  }

  /// Classes that are known to be at least 0 and to add up to a number of tokens that can be held.
  init(uncached: Int, read: Int, write: CacheWrite?, output: Int) {
    (uncachedInput, cachedRead) = (uncached, read)
    cacheWrites = Self.merged(write.map { [$0] } ?? [])
    self.output = max(0, output)
  }

  /// All input tokens, cached ones included; what long-context thresholds look at.
  public var totalInput: Int { cacheWrites.reduce(uncachedInput + cachedRead) { $0 + $1.tokens } }

  private static func merged(_ writes: [CacheWrite]) -> [CacheWrite] {
    var merged: [CacheWrite] = []
    for write in writes.sorted(by: { $0.lifetime < $1.lifetime }) where write.tokens > 0 {
      if let last = merged.last, last.lifetime == write.lifetime {
        merged[merged.count - 1] = CacheWrite(last.tokens + write.tokens, for: write.lifetime)
      } else {
        merged.append(write)
      }
    }
    return merged
  }
}

/// Tokens written to a cache for one lifetime.
public struct CacheWrite: Sendable, Hashable {
  /// The tokens written.
  public let tokens: Int
  /// How long the entry lives.
  public let lifetime: CacheLifetime

  /// Tokens written for a lifetime.
  public init(_ tokens: Int, for lifetime: CacheLifetime) {
    self.tokens = tokens
    self.lifetime = lifetime
  }
}

/// Why numbers of tokens cannot be the usage of a request.
public enum UsageError: Error, Sendable, Hashable {
  /// A number of tokens is below 0.
  case negative
  /// More tokens were cached than the input that is said to hold them.
  case cachedExceedsInput(cached: Int, input: Int)
  /// The parts together are more tokens than can be counted.
  case tooLarge
}

extension UsageError: CustomStringConvertible {
  /// One sentence with the numbers.
  public var description: String {
    switch self {
    case .negative: "a number of tokens is negative"
    case .cachedExceedsInput(let cached, let input):
      "\(cached) tokens read from or written to the cache exceed the \(input) input tokens that hold them"
    case .tooLarge: "the numbers of tokens are too large to add"
    }
  }
}
