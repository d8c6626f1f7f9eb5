import TareText

/// A rate that is being put together from the members of another list's entry.
struct RateDraft {
  let model: String
  let provider: String
  let record: String
  var aliases: [String] = []
  var cachedInput: TokenPrice?
  var output: TokenPrice?
  var cacheWrites: [CacheWritePrice] = []
  var minimumCacheableTokens: Int?
  var batch: PlainPrices?
  var longContext: [LongContextTier] = []
  var offPeak: OffPeakPrices?
  var changes: [PriceChange] = []
  var maximumInputTokens: Int?
  var maximumOutputTokens: Int?
  var retires: CalendarDate?
  var page: String?

  init(model: String, provider: String, origin: CatalogueOrigin, entry: String) {
    self.model = model
    self.provider = provider
    record = "\(origin.rawValue), \(entry)"
  }

  /// The rate with that price of input.
  func rate(input: TokenPrice) -> Rate {
    Rate(
      model: model, provider: provider, aliases: aliases, excludedIDs: [], input: input, cachedInput: cachedInput,
      output: output, cacheWrites: cacheWrites.sorted { $0.lifetime < $1.lifetime }, cacheStorage: nil,
      minimumCacheableTokens: minimumCacheableTokens, cacheRule: nil, batch: batch,
      longContext: longContext.sorted { $0.from < $1.from }, offPeak: offPeak, changes: changes,
      maximumInputTokens: maximumInputTokens, maximumOutputTokens: maximumOutputTokens, retires: retires,
      source: RateSource(record: record, page: page, comparedWith: nil, agrees: nil, difference: nil))
  }
}

extension CacheLifetime {
  /// How long an entry lives whose price a list states without a lifetime: what Anthropic and OpenAI document for their
  /// models. Of other models nothing is assumed.
  ///
  /// - Parameter isLonger: Whether the list states a price for twelve hours besides, as only OpenAI has one.
  init?(unstatedFor model: String, hasTwelveHours isLonger: Bool) {
    let name = model.lowercased()
    if isLonger || name.contains("gpt-") {
      self = .thirtyMinutes
    } else if name.contains("claude") {
      self = .fiveMinutes
    } else {
      return nil
    }
  }
}
