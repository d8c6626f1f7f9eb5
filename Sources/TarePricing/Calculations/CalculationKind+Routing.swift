extension CalculationKind {
  /// Who answers, and what that does to the cost.
  static let routingKinds = [cascade, routingMix, routingBound, blendedPrice]

  /// What the cheap model cannot handle is paid for twice.
  private static let cascade = CalculationKind("cascade", ["cheap_usd", "expensive_usd", "handled_by_cheap"]) {
    inputs throws(CalculationError) in
    let (cheap, expensive) = (try inputs.number("cheap_usd"), try inputs.number("expensive_usd"))
    let route = Route(to: .priceRatio(.one), share: try inputs.share("handled_by_cheap"))
    let cost = cheap + Routing.cascade([route]).visits.own * expensive
    let saving = try savingPercent(cost, from: expensive, called: "expensive_usd")
    return [.exact("cost_usd", cost), saving]
  }

  private static let routingMix = CalculationKind(
    "routing_mix", ["requests_per_day", "cost_per_request_usd", "days", "baseline_monthly_usd"]
  ) { inputs throws(CalculationError) in
    let (requests, costs) = (try inputs.list("requests_per_day"), try inputs.list("cost_per_request_usd"))
    guard requests.count == costs.count else {
      throw CalculationError(
        "requests_per_day has \(requests.count) numbers and cost_per_request_usd has \(costs.count)")
    }
    let days = try inputs.number("days")
    let parts = zip(requests, costs).map { $0 * $1 * days }
    let total = Fraction.sum(of: parts)
    let figures: [CalculationFigure] = [.exact("parts_usd", parts), .exact("total_usd", total)]
    guard inputs.has("baseline_monthly_usd") else { return figures }
    let baseline = try inputs.number("baseline_monthly_usd")
    return figures + [
      .exact("saving_usd", baseline - total),
      try savingPercent(total, from: baseline, called: "baseline_monthly_usd"),
    ]
  }

  /// A claim above 1/(1 − share) is impossible at any price.
  private static let routingBound = CalculationKind(
    "routing_bound", ["share_to_cheap", "cheap_to_expensive_price_ratio"]
  ) { inputs throws(CalculationError) in
    let share = try inputs.share("share_to_cheap")
    let most = Routing.mostTimesCheaper(share: share)
    let bound = CalculationFigure.bound("max_factor", most, most: most)
    guard inputs.has("cheap_to_expensive_price_ratio") else { return [bound] }
    let ratio = try inputs.number("cheap_to_expensive_price_ratio")
    return [bound, .bound("factor_at_ratio", Routing.timesCheaper(share: share, ratio: ratio), most: most)]
  }

  private static let blendedPrice = CalculationKind(
    "blended_price", ["share_cheap", "cheap_per_mtok", "expensive_per_mtok"]
  ) { inputs throws(CalculationError) in
    let share = try inputs.share("share_cheap")
    let blended =
      try share * inputs.number("cheap_per_mtok")
      + (.one - share) * inputs.number("expensive_per_mtok")
    return [.exact("usd_per_mtok", blended)]
  }

  /// How much less than `base` it is, in percent of that; below 0 where it is more.
  ///
  /// - Throws: ``CalculationError`` where `base` is 0.
  static func savingPercent(
    _ number: Fraction, from base: Fraction, called name: String
  ) throws(CalculationError) -> CalculationFigure {
    guard let change = number.percentChange(from: base) else {
      throw CalculationError("\(name) is not above 0, and nothing can be a percentage of it")
    }
    return .saving("saving_percent", -change)
  }
}
