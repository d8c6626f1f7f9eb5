import TarePricing
import TareText

/// Where the prices of a file of scenarios come from.
struct ScenarioRates {
  let catalogue: RateCatalogue
  let time: PriceTime?

  /// The model that a mapping names, with its prices in the catalogue or with those that stand beside it; `nil` where it
  /// names none.
  func rate(in object: SettingObject) throws(ConfigurationError) -> Rate? {
    let isStated = ScenarioObject.priceKeys.contains { object[$0.name] != nil }
    guard !isStated else { return try statedRate(in: object) }
    guard let model = try object.locatedText("model") else { return nil }
    do {
      let rate = try catalogue.rate(for: model.value)
      return time.map(rate.at) ?? rate
    } catch {
      let nearest = nearestName(to: model.value, among: error.knownNames).map { "; did you mean \"\($0)\"?" } ?? ""
      throw ConfigurationError(model.place, "\(error)\(nearest) (or state input-per-million)")
    }
  }

  private func statedRate(in object: SettingObject) throws(ConfigurationError) -> Rate {
    let input = try object.required(object.price("input-per-million"), "input-per-million")
    var batch: PlainPrices?
    if let price = try object.price("batch-input-per-million") {
      batch = PlainPrices(statedInput: price, output: try object.price("batch-output-per-million"))
    }
    return Rate(
      stated: try object.text("model") ?? "a model with stated prices", input: input,
      output: try object.price("output-per-million"), cachedInput: try object.price("cached-input-per-million"),
      cacheWrite: try object.price("cache-write-per-million"),
      minimumCacheableTokens: try object.number("minimum-cacheable-tokens") ?? 0, batch: batch)
  }

  /// What one call costs that a mapping describes.
  func callPrice(in object: SettingObject) throws(ConfigurationError) -> CallPrice {
    let rate = try rate(in: object)
    if let usd = try object.decimal("usd") {
      guard rate == nil, object["input-tokens"] == nil, object["output-tokens"] == nil else {
        throw ConfigurationError(object.place, "usd is the price of one; there is none of a model besides")
      }
      return CallPrice(usd: usd)
    }
    guard let rate else { throw ConfigurationError(object.place, "a price is missing: usd, or a model and its tokens") }
    guard let input = try object.decimal("input-tokens") else {
      throw ConfigurationError(object.place, "input-tokens is missing: how many tokens one call sends")
    }
    return CallPrice(of: rate, input: input, output: try object.decimal("output-tokens") ?? .zero)
  }
}
