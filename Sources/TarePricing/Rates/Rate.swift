public import TareText

/// What one model charges, and the facts about it that decide what a prompt costs.
///
/// A price that is `nil` is not known; it is never 0 and never guessed from another one.
public struct Rate: Sendable, Hashable {
  /// The name the provider gives the model.
  public let model: String
  /// Who bills for it.
  public let provider: String
  /// Other names that are billed the same.
  public internal(set) var aliases: [String]
  /// Ids that look like a dated version of this model and are billed otherwise.
  public let excludedIDs: [String]

  /// Input tokens that no cache served.
  public internal(set) var input: TokenPrice
  /// Input tokens read from a cache.
  public internal(set) var cachedInput: TokenPrice?
  /// Output tokens; `nil` also for a model that has none, as embeddings.
  public internal(set) var output: TokenPrice?
  /// Input tokens written to a cache, shortest lifetime first; empty where writing has no price of its own.
  public internal(set) var cacheWrites: [CacheWritePrice]
  /// A cache entry's storage, for a million tokens and an hour.
  public internal(set) var cacheStorage: TokenPrice?
  /// The shortest prefix that is cached.
  public let minimumCacheableTokens: Int?
  /// How the provider remembers repeated prefixes; `nil` where nothing is known of it.
  public internal(set) var cacheRule: CacheRule?
  /// Requests that may wait.
  public internal(set) var batch: PlainPrices?
  /// Dearer prices for long requests, lowest threshold first.
  public internal(set) var longContext: [LongContextTier]
  /// Cheaper hours of the week.
  public internal(set) var offPeak: OffPeakPrices?
  /// Prices that are announced, earliest first.
  public internal(set) var changes: [PriceChange]

  /// The most input tokens of a request.
  public let maximumInputTokens: Int?
  /// The most output tokens of a request.
  public let maximumOutputTokens: Int?
  /// The day the model is switched off.
  public let retires: CalendarDate?
  /// Where the prices come from.
  public let source: RateSource
}

/// Input and output prices, without any for caching.
public struct PlainPrices: Sendable, Hashable {
  /// Input tokens.
  public let input: TokenPrice
  /// Output tokens; `nil` for a model that has none.
  public let output: TokenPrice?
}

/// The price of writing tokens to a cache.
public struct CacheWritePrice: Sendable, Hashable {
  /// How long the entry lives.
  public let lifetime: CacheLifetime
  /// What a written token costs, in place of the input price, not on top of it.
  public let price: TokenPrice
  /// Whether only an explicitly requested cache entry is billed so.
  public let isExplicitOnly: Bool
}

/// Prices that hold for **all** tokens of a request once its input reaches a threshold.
public struct LongContextTier: Sendable, Hashable {
  /// The number of input tokens, cached ones included, from which the tier holds.
  public let from: Int
  /// Input tokens that no cache served.
  public let input: TokenPrice
  /// Input tokens read from a cache; `nil` where only the plain price of them is known.
  public let cachedInput: TokenPrice?
  /// Output tokens; `nil` where only the plain price of them is known, or the model has none.
  public let output: TokenPrice?
  /// Input tokens written to a cache, shortest lifetime first.
  public let cacheWrites: [CacheWritePrice]
}

/// Prices outside a provider's peak hours; the rate's own prices are those of the peak.
public struct OffPeakPrices: Sendable, Hashable {
  /// Input tokens that no cache served.
  public let input: TokenPrice
  /// Input tokens read from a cache.
  public let cachedInput: TokenPrice
  /// Output tokens.
  public let output: TokenPrice
  /// The days with peak hours: `weekdays` or `daily`.
  public let peakDays: String
  /// The peak hours in UTC, first included, last excluded.
  public let peakHours: [Range<Int>]
}

/// Prices that begin on a day.
public struct PriceChange: Sendable, Hashable {
  /// The first day of the new prices.
  public let from: CalendarDate
  /// Input tokens that no cache served.
  public let input: TokenPrice
  /// Input tokens read from a cache.
  public let cachedInput: TokenPrice?
  /// Output tokens.
  public let output: TokenPrice?
  /// A cache entry's storage, for a million tokens and an hour.
  public let cacheStorage: TokenPrice?
  /// Input tokens written to a cache, shortest lifetime first.
  public let cacheWrites: [CacheWritePrice]
  /// Requests that may wait; `nil` where the announcement does not say.
  public let batch: PlainPrices?
  /// Dearer prices for long requests, lowest threshold first.
  public let longContext: [LongContextTier]
}

/// Where a rate was read, and whether a second source says the same.
public struct RateSource: Sendable, Hashable {
  /// The data set and the entry in it.
  public let record: String
  /// The vendor's page of prices.
  public let page: String?
  /// The data set the prices were compared with.
  public let comparedWith: String?
  /// Whether that data set has the same prices; `nil` when there was none to compare with.
  public let agrees: Bool?
  /// In what the two differ.
  public let difference: String?
}
