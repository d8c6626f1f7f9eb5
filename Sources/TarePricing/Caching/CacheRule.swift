/// A provider's rule for caching, as the catalogue states it; see ``Rate/cacheTerms(for:marks:)``.
public struct CacheRule: Sendable, Hashable {
  /// What the catalogue calls it.
  public let name: String
  /// How a prefix is remembered.
  public let kind: Kind
  /// The shortest prefix that is remembered, for models that state none of their own.
  public let minimumTokens: Int
  /// Whether the provider documents all of it, or parts are assumed, as the source says.
  public let isAssumed: Bool
  /// Where the rule was read.
  public let source: String

  /// How a prefix is remembered.
  public enum Kind: Sendable, Hashable {
    /// Without marks and without a fee: hits in steps of `granularity` tokens, remembered for one of `lifetimes`, the
    /// usual one first.
    case automatic(granularity: Int, lifetimes: [CacheLifetime])
    /// At marks, of which a request has at most `maximumMarks`, for the lifetimes that the rate has write prices for.
    /// A look-up goes back `lookback` blocks, without a limit where that is `nil`.
    case breakpoints(maximumMarks: Int, lookback: Int?)
  }
}
