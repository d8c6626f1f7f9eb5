import TareJSON
import TareText

extension RateCatalogue {
  /// The catalogue as a file of the form that ``init(parsing:)`` reads: reading it gives the same rates.
  public var json: String {
    var writer = JSONWriter(style: .indented)
    writer.object { file in
      file.member("schemaVersion", 1)
      file.member("date", date.description)
      file.member("source", source)
      file.member("currency", "USD")
      file.member("unit", "million tokens")
      if !rules.isEmpty {
        file.array("caching") { list in rules.forEach { rule in list.object { rule.write(to: &$0) } } }
      }
      if !prefixes.isEmpty {
        file.array("providers") { list in
          for (provider, names) in prefixes.sorted(by: { $0.key < $1.key }) {
            list.object {
              $0.member("provider", provider)
              $0.array("prefixes") { list in names.forEach { list.value($0) } }
            }
          }
        }
      }
      file.array("models") { list in rates.forEach { rate in list.object { rate.write(to: &$0) } } }
    }
    return writer.text + "\n"
  }

  /// The rules for caching that its rates have, each once, in their order.
  var rules: [CacheRule] {
    var seen: Set<String> = []
    return rates.compactMap(\.cacheRule).filter { seen.insert($0.name).inserted }
  }
}

extension CacheRule {
  fileprivate func write(to object: inout JSONWriter) {
    object.member("rule", name)
    switch kind {
    case .automatic(let granularity, let lifetimes):
      object.member("kind", "automatic")
      object.member("granularity", granularity)
      object.array("lifetimes") { list in lifetimes.forEach { list.value($0.description) } }
    case .breakpoints(let maximumMarks, let lookback):
      object.member("kind", "breakpoints")
      object.member("maximumMarks", maximumMarks)
      if let lookback { object.member("lookback", lookback) }
    }
    object.member("minimumTokens", minimumTokens)
    if isAssumed { object.member("assumed", true) }
    object.member("source", source)
  }
}

extension Rate {
  fileprivate func write(to object: inout JSONWriter) {
    object.member("model", model)
    object.array("aliases", aliases)
    object.member("provider", provider)
    object.array("excludedIds", excludedIDs)
    if let cacheRule { object.member("caching", cacheRule.name) }
    object.object("prices") { prices in
      prices.member("input", input.perMillionText)
      prices.price("cachedInput", cachedInput)
      prices.price("output", output)
    }
    object.cacheWrites(cacheWrites)
    object.price("cacheStorage", cacheStorage)
    if let minimumCacheableTokens { object.member("minimumCacheableTokens", minimumCacheableTokens) }
    object.batch(batch)
    object.longContext(longContext)
    if let offPeak { object.object("offPeak") { offPeak.write(to: &$0) } }
    if !changes.isEmpty {
      object.array("changes") { list in changes.forEach { change in list.object { change.write(to: &$0) } } }
    }
    writeFacts(to: &object)
  }

  private func writeFacts(to object: inout JSONWriter) {
    if maximumInputTokens != nil || maximumOutputTokens != nil {
      object.object("limits") { limits in
        if let maximumInputTokens { limits.member("input", maximumInputTokens) }
        if let maximumOutputTokens { limits.member("output", maximumOutputTokens) }
      }
    }
    if let retires { object.member("retires", retires.description) }
    object.object("source") { source.write(to: &$0) }
  }
}

extension OffPeakPrices {
  fileprivate func write(to object: inout JSONWriter) {
    object.member("input", input.perMillionText)
    object.member("cachedInput", cachedInput.perMillionText)
    object.member("output", output.perMillionText)
    object.object("outside") { outside in
      outside.member("days", peakDays)
      outside.array("hoursUTC", peakHours.map { "\($0.lowerBound)-\($0.upperBound)" })
    }
  }
}

extension PriceChange {
  fileprivate func write(to object: inout JSONWriter) {
    object.member("from", from.description)
    object.member("input", input.perMillionText)
    object.price("cachedInput", cachedInput)
    object.price("output", output)
    object.price("cacheStorage", cacheStorage)
    // A change says even that there are none, since it may not leave out what its model has.
    object.array("cacheWrites") { list in cacheWrites.forEach { write in list.object { write.write(to: &$0) } } }
    object.batch(batch)
    object.array("longContext") { list in longContext.forEach { tier in list.object { tier.write(to: &$0) } } }
  }
}

extension RateSource {
  fileprivate func write(to object: inout JSONWriter) {
    object.member("record", record)
    for (name, text) in [("page", page), ("comparedWith", comparedWith)] {
      if let text { object.member(name, text) }
    }
    if let agrees { object.member("agrees", agrees) }
    if let difference { object.member("difference", difference) }
  }
}

extension CacheWritePrice {
  fileprivate func write(to object: inout JSONWriter) {
    object.member("lifetime", lifetime.description)
    object.member("price", price.perMillionText)
    if isExplicitOnly { object.member("explicitOnly", true) }
  }
}

extension LongContextTier {
  fileprivate func write(to object: inout JSONWriter) {
    object.member("from", from)
    object.member("input", input.perMillionText)
    object.price("cachedInput", cachedInput)
    object.price("output", output)
    object.cacheWrites(cacheWrites)
  }
}

extension JSONWriter {
  fileprivate mutating func price(_ name: String, _ price: TokenPrice?) {
    if let price { member(name, price.perMillionText) }
  }

  fileprivate mutating func array(_ name: String, _ texts: [String]) {
    if !texts.isEmpty { array(name) { list in texts.forEach { list.value($0) } } }
  }

  fileprivate mutating func cacheWrites(_ writes: [CacheWritePrice]) {
    if !writes.isEmpty {
      array("cacheWrites") { list in writes.forEach { write in list.object { write.write(to: &$0) } } }
    }
  }

  fileprivate mutating func longContext(_ tiers: [LongContextTier]) {
    if !tiers.isEmpty { array("longContext") { list in tiers.forEach { tier in list.object { tier.write(to: &$0) } } } }
  }

  fileprivate mutating func batch(_ batch: PlainPrices?) {
    guard let batch else { return }
    object("batch") { prices in
      prices.member("input", batch.input.perMillionText)
      prices.price("output", batch.output)
    }
  }
}
