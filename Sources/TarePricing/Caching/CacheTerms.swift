/// How a provider bills the part of a prompt that it has seen before: what a simulation and a trimmer reckon with.
///
/// ```
/// input of one request     |------- cached prefix -------|---- marked ----|-- behind the last mark --|
/// none                     |  uncached                                                               |
/// automatic                |  read, to a whole step      |  uncached                                 |
/// breakpoints              |  read                       |  write         |  uncached                |
/// ```
/// The classes always add up to the input. A written token is billed at the write price in place of the input price,
/// not on top of it.
public enum CacheTerms: Sendable, Hashable {
  /// Every input token is billed as input.
  case none
  /// The longest beginning shared with a recent request is read; remembering it costs nothing.
  case automatic(AutomaticCaching)
  /// Only marked places are remembered, and remembering is billed.
  case breakpoints(BreakpointCaching)
}

/// Caching without marks and without a fee for writing.
public struct AutomaticCaching: Sendable, Hashable {
  /// The shortest prefix that is served from the cache.
  public let minimumTokens: Int
  /// What the length of a hit is a multiple of; 1 where every token counts.
  public let granularity: Int
  /// How long a prefix is remembered after its last use.
  public let lifetime: CacheLifetime
  /// How many of a hundred hits are granted: providers promise none.
  public let hitPercent: Int

  /// - Parameters:
  ///   - minimumTokens: Taken as 0 where it is below.
  ///   - granularity: Taken as 1 where it is below.
  ///   - hitPercent: Taken as the nearest of 0 to 100.
  public init(
    minimumTokens: Int, granularity: Int = 1, lifetime: CacheLifetime = .fiveMinutes, hitPercent: Int = 100
  ) {
    self.minimumTokens = max(0, minimumTokens)
    self.granularity = max(1, granularity)
    self.lifetime = lifetime
    self.hitPercent = min(max(0, hitPercent), 100)
  }
}

/// Caching at marks, with a fee for writing.
public struct BreakpointCaching: Sendable, Hashable {
  /// The shortest prefix that becomes an entry.
  public let minimumTokens: Int
  /// How many blocks a look-up goes back from a mark, the marked one included; `nil` where there is no limit.
  public let lookback: Int?
  /// How long an entry lives after it was last written or read.
  public let lifetime: CacheLifetime
  /// Where the caller, or the provider unasked, sets marks.
  public let marks: CacheMarks

  /// - Parameters:
  ///   - minimumTokens: Taken as 0 where it is below.
  ///   - lookback: Taken as 1 where it is below.
  public init(
    minimumTokens: Int, lookback: Int? = nil, lifetime: CacheLifetime = .fiveMinutes,
    marks: CacheMarks = [.system, .newestMessage]
  ) {
    self.minimumTokens = max(0, minimumTokens)
    self.lookback = lookback.map { max(1, $0) }
    self.lifetime = lifetime
    self.marks = marks
  }
}

/// The places of a conversation that are marked in every request.
public struct CacheMarks: OptionSet, Sendable, Hashable {
  /// One bit for each place.
  public let rawValue: UInt8

  /// The places of those bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The end of what never changes: tools and system prompt.
  public static let system = CacheMarks(rawValue: 1)
  /// The end of the newest message, so that each request is remembered whole.
  public static let newestMessage = CacheMarks(rawValue: 2)
}

extension CacheTerms {
  /// The same terms of an automatic cache that grants `percent` of a hundred hits; `nil` for other terms, which do not
  /// leave that open.
  public func granting(_ percent: Int) -> CacheTerms? {
    guard case .automatic(let terms) = self else { return nil }
    return .automatic(
      AutomaticCaching(
        minimumTokens: terms.minimumTokens, granularity: terms.granularity, lifetime: terms.lifetime,
        hitPercent: percent))
  }

  /// How long a prefix is remembered; `nil` without a cache.
  public var lifetime: CacheLifetime? {
    switch self {
    case .none: nil
    case .automatic(let terms): terms.lifetime
    case .breakpoints(let terms): terms.lifetime
    }
  }

  /// The shortest prefix that is remembered; `nil` without a cache.
  public var minimumTokens: Int? {
    switch self {
    case .none: nil
    case .automatic(let terms): terms.minimumTokens
    case .breakpoints(let terms): terms.minimumTokens
    }
  }

  /// Whether a pause of `seconds` lets everything be forgotten. A prefix is gone exactly at the end of its lifetime.
  public func isCold(afterSeconds seconds: Int) -> Bool {
    lifetime.map { seconds >= $0.seconds } ?? false
  }
}
