extension CalculationKind {
  /// What multiplies a cost, and what comes on top of it.
  static let savingKinds = [retry, compoundSavings, optimisedStack, overheads, priceDecay]

  private static let retry = CalculationKind("retry", ["base_usd", "retry_rate", "avg_retries"]) {
    inputs throws(CalculationError) in
    let retries = Retries(share: try inputs.share("retry_rate"), average: try inputs.number("avg_retries"))
    return [
      .exact("multiplier", retries.multiplier),
      .exact("effective_usd", try inputs.number("base_usd") * retries.multiplier),
    ]
  }

  /// Each saving takes its share of what the others have left.
  private static let compoundSavings = CalculationKind("compound_savings", ["savings_percent"]) {
    inputs throws(CalculationError) in
    let savings = try inputs.signedList("savings_percent", most: 100).map(\.hundredth)
    guard savings.allSatisfy({ $0 <= .one }) else {
      throw CalculationError("savings_percent has a number above 100, and nothing saves more than all")
    }
    let left = savings.reduce(Fraction.one) { $0 * (.one - $1) }
    return [.saving("combined_saving_percent", (.one - left) * Fraction(100))]
  }

  private static let optimisedStack = CalculationKind(
    "optimised_stack",
    [
      "input_tokens", "output_tokens", "input_per_mtok", "output_per_mtok", "input_cut", "output_cut", "routed_share",
      "routed_price_ratio", "cache_hit_rate", "requests_per_day", "days",
    ]
  ) { inputs throws(CalculationError) in
    let forecast: Forecast
    do { forecast = try Forecast(try optimisedScenario(inputs)) } catch { throw CalculationError("\(error)") }
    guard let cost = forecast.usdPerRequest else { throw CalculationError("there are no requests") }
    return [
      .exact("cost_per_request_usd", cost), .exact("monthly_usd", forecast.totalUSD),
      .exact("baseline_monthly_usd", forecast.plainUSD),
      try savingPercent(forecast.totalUSD, from: forecast.plainUSD, called: "the plain cost"),
    ]
  }

  private static func optimisedScenario(_ inputs: CalculationInputs) throws(CalculationError) -> ForecastScenario {
    let rate = Rate(
      stated: "stated", input: try inputs.price("input_per_mtok"), output: try inputs.price("output_per_mtok"))
    let volume = RequestVolume(
      try inputs.number("requests_per_day"), in: .day, days: try inputs.number("days"))
    var scenario = ForecastScenario(
      rate: rate, inputTokens: try inputs.number("input_tokens"), outputTokens: try inputs.number("output_tokens"),
      volume: volume)
    scenario.inputCut = try inputs.share(orNone: "input_cut")
    scenario.outputCut = try inputs.share(orNone: "output_cut")
    let share = try inputs.share(orNone: "routed_share")
    if share > .zero {
      scenario.routing = .mix([Route(to: .priceRatio(try inputs.number("routed_price_ratio")), share: share)])
    }
    scenario.responseCaches = [ResponseCache(name: "response", hitShare: try inputs.share(orNone: "cache_hit_rate"))]
    return scenario
  }

  /// Percentages are all of the one base, so these add up and do not compound.
  private static let overheads = CalculationKind("overheads", ["base_usd", "percent_addons", "fixed_usd"]) {
    inputs throws(CalculationError) in
    let base = try inputs.number("base_usd")
    let lines = (inputs.has("percent_addons") ? try inputs.list("percent_addons") : []).map { $0.hundredth * base }
    let total = try base + Fraction.sum(of: lines) + inputs.number("fixed_usd", else: .zero)
    return [
      .exact("lines_usd", lines), .exact("total_usd", total),
      try .percent("over_naive_percent", total, from: base, called: "base_usd"),
    ]
  }

  private static let priceDecay = CalculationKind("price_decay", ["usd", "annual_decline", "months"]) {
    inputs throws(CalculationError) in
    let months = try inputs.count("months", from: 0)
    guard months <= PriceDecline.mostMonths else {
      throw CalculationError("months is above \(PriceDecline.mostMonths)")
    }
    let decline = PriceDecline(annualShare: try inputs.share("annual_decline"), months: months)
    return [.rounded("usd", try inputs.number("usd") * decline.factor)]
  }
}

extension CalculationInputs {
  fileprivate func price(_ name: String) throws(CalculationError) -> TokenPrice {
    let text = try number(name).decimalText(places: Fraction.digitLimit)
    do { return try TokenPrice(perMillion: text) } catch { throw CalculationError("\(name): \(error.description)") }
  }
}
