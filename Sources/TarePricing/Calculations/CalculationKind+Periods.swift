extension CalculationKind {
  /// What comes by the month, and when something pays.
  static let periodKinds = [judgeCost, breakEven, payback]

  private static let judgeCost = CalculationKind("judge_cost", ["cases", "usd_per_case", "runs_per_month"]) {
    inputs throws(CalculationError) in
    let work = PeriodicWork(
      name: "judge", kind: .evaluation, items: try inputs.number("cases"), runs: try inputs.number("runs_per_month"),
      price: CallPrice(usd: try inputs.number("usd_per_case")))
    do { return [.exact("monthly_usd", try work.usd())] } catch { throw CalculationError("\(error)") }
  }

  private static let breakEven = CalculationKind("break_even", ["fixed_monthly_usd", "cost_per_request_usd", "days"]) {
    inputs throws(CalculationError) in
    let machines = SelfHosting(fixedUSD: try inputs.number("fixed_monthly_usd"))
    let requests = machines.breakEvenRequests(against: try inputs.number("cost_per_request_usd"))
    guard let daily = try requests?.divided(by: inputs.number("days")) else {
      throw CalculationError("cost_per_request_usd or days is 0, and nothing ever pays")
    }
    return [.rounded("requests_per_day", daily)]
  }

  private static let payback = CalculationKind("payback", ["cost_usd", "saving_per_day_usd"]) {
    inputs throws(CalculationError) in
    let hours = try inputs.number("cost_usd") * Fraction(24)
    guard let payback = hours.divided(by: try inputs.number("saving_per_day_usd")) else {
      throw CalculationError("saving_per_day_usd is 0, and nothing is ever paid back")
    }
    return [.rounded("hours", payback)]
  }
}
