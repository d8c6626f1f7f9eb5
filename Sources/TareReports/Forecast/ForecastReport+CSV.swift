import TarePricing

extension ForecastReport {
  /// One row for each line of each scenario, with a row of heads; sums are exact.
  public var csv: String {
    let head = ["scenario", "model", "line", "effectUsd", "totalUsd", "isComplete", "detail"]
    let rows = forecasts.flatMap { forecast in
      forecast.lines.map { line in
        [
          forecast.scenario.name ?? "", forecast.scenario.rate.model, line.title { $0 }, line.effect.dollarText,
          line.total.dollarText, line.gaps.isEmpty ? "true" : "false", line.detail(in: forecast.scenario),
        ]
      }
    }
    return csvText([head] + rows)
  }
}
