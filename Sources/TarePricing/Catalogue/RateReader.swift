import TareJSON

/// Reads a catalogue file. Every mistake names the model and the member.
struct RateReader {
  private let root: JSONValue

  init(_ bytes: [UInt8]) throws(CatalogueError) {
    do { root = try JSONDocument(parsing: bytes).root } catch { throw .malformed(error.description) }
  }

  func catalogue(knowing rules: [CacheRule]) throws(CatalogueError) -> RateCatalogue {
    let file = CatalogueEntry(root, name: "catalogue")
    guard root["schemaVersion"]?.integer == 1 else { throw file.error("schemaVersion", "is not 1") }
    guard try file.text("currency") == "USD", try file.text("unit") == "million tokens" else {
      throw file.error("unit", "is not USD for a million tokens")
    }
    return try RateCatalogue(
      date: file.date("date"), source: file.text("source"), rates: rates(CacheRules(root, besides: rules)),
      prefixes: prefixes())
  }

  private func prefixes() throws(CatalogueError) -> [String: [String]] {
    var prefixes: [String: [String]] = [:]
    for value in root["providers"]?.elements ?? [] {
      let entry = CatalogueEntry(value, name: "provider")
      prefixes[try entry.text("provider")] = try entry.texts("prefixes")
    }
    return prefixes
  }

  private func rates(_ rules: CacheRules) throws(CatalogueError) -> [Rate] {
    var rates: [Rate] = []
    for value in root["models"]?.elements ?? [] {
      rates.append(try CatalogueEntry(value, name: value["model"]?.string ?? "model \(rates.count + 1)").rate(rules))
    }
    guard !rates.isEmpty else { throw CatalogueEntry(root, name: "catalogue").error("models", "is missing") }
    return rates
  }
}

extension CatalogueEntry {
  fileprivate func rate(_ rules: CacheRules) throws(CatalogueError) -> Rate {
    let prices = try required("prices")
    let limits = try optional("limits")
    return Rate(
      model: try text("model"), provider: try text("provider"), aliases: try texts("aliases"),
      excludedIDs: try texts("excludedIds"),
      input: try prices.price("input"), cachedInput: try prices.optionalPrice("cachedInput"),
      output: try prices.optionalPrice("output"), cacheWrites: try cacheWrites(),
      cacheStorage: try optionalPrice("cacheStorage"),
      minimumCacheableTokens: try optionalCount("minimumCacheableTokens"), cacheRule: try rules.rule(of: self),
      batch: try optional("batch")?.plainPrices(), longContext: try longContext(),
      offPeak: try optional("offPeak")?.offPeakPrices(), changes: try changes(),
      maximumInputTokens: try limits?.optionalCount("input"),
      maximumOutputTokens: try limits?.optionalCount("output"),
      retires: try optionalDate("retires"),
      source: try required("source").rateSource())
  }

  private func plainPrices() throws(CatalogueError) -> PlainPrices {
    PlainPrices(input: try price("input"), output: try optionalPrice("output"))
  }

  private func cacheWrites() throws(CatalogueError) -> [CacheWritePrice] {
    var writes: [CacheWritePrice] = []
    for entry in entries("cacheWrites") {
      guard let lifetime = CacheLifetime(try entry.text("lifetime")) else {
        throw entry.error("lifetime", "is not minutes such as 30m or hours such as 12h")
      }
      let isExplicitOnly = try entry.optionalTruth("explicitOnly") ?? false
      writes.append(
        CacheWritePrice(lifetime: lifetime, price: try entry.price("price"), isExplicitOnly: isExplicitOnly))
    }
    return writes.sorted { $0.lifetime < $1.lifetime }
  }

  private func longContext() throws(CatalogueError) -> [LongContextTier] {
    var tiers: [LongContextTier] = []
    for entry in entries("longContext") {
      tiers.append(
        LongContextTier(
          from: try entry.count("from"), input: try entry.price("input"),
          cachedInput: try entry.optionalPrice("cachedInput"), output: try entry.optionalPrice("output"),
          cacheWrites: try entry.cacheWrites()))
    }
    return tiers.sorted { $0.from < $1.from }
  }

  private func offPeakPrices() throws(CatalogueError) -> OffPeakPrices {
    let peak = try required("outside")
    guard ["weekdays", "daily"].contains(try peak.text("days")) else {
      throw peak.error("days", "is neither weekdays nor daily")
    }
    var hours: [Range<Int>] = []
    for text in try peak.texts("hoursUTC") {
      let bounds = text.split(separator: "-").compactMap { Int($0) }
      guard bounds.count == 2, 0 <= bounds[0], bounds[0] < bounds[1], bounds[1] <= 24 else {
        throw peak.error("hoursUTC", "is not hours such as 01-04")
      }
      hours.append(bounds[0]..<bounds[1])
    }
    return OffPeakPrices(
      input: try price("input"), cachedInput: try price("cachedInput"), output: try price("output"),
      peakDays: try peak.text("days"), peakHours: hours)
  }

  private func changes() throws(CatalogueError) -> [PriceChange] {
    var changes: [PriceChange] = []
    for entry in entries("changes") {
      // A long request or a written token would otherwise keep a price that is no longer true.
      for member in ["cacheWrites", "longContext"] where has(member) && !entry.has(member) {
        throw entry.error(member, "is missing from a change")
      }
      changes.append(
        PriceChange(
          from: try entry.date("from"), input: try entry.price("input"),
          cachedInput: try entry.optionalPrice("cachedInput"), output: try entry.optionalPrice("output"),
          cacheStorage: try entry.optionalPrice("cacheStorage"), cacheWrites: try entry.cacheWrites(),
          batch: try entry.optional("batch")?.plainPrices(), longContext: try entry.longContext()))
    }
    return changes.sorted { $0.from < $1.from }
  }

  private func rateSource() throws(CatalogueError) -> RateSource {
    RateSource(
      record: try text("record"), page: try optionalText("page"), comparedWith: try optionalText("comparedWith"),
      agrees: try optionalTruth("agrees"), difference: try optionalText("difference"))
  }
}
