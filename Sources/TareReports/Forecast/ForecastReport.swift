public import TarePricing
import TareText

/// What scenarios cost, line by line and side by side: the one model behind every format.
public struct ForecastReport: Sendable {
  /// The forecasts.
  public let comparison: ForecastComparison
  /// The catalogue that prices are from, and the time whose prices it has; `nil` for those of the catalogue's day.
  let catalogue: RateCatalogue
  let time: PriceTime?

  /// The report on scenarios that were priced by `catalogue` at `time`.
  public init(_ comparison: ForecastComparison, prices catalogue: RateCatalogue, at time: PriceTime?) {
    (self.comparison, self.catalogue, self.time) = (comparison, catalogue, time)
  }

  /// Whether every price is known.
  public var isComplete: Bool { comparison.forecasts.allSatisfy(\.isComplete) }

  var forecasts: [Forecast] { comparison.forecasts }

  /// What it comes to in one sentence, with what it is compared with; names of somebody's are as `shown` shows them.
  func headline(of forecast: Forecast, shown: (String) -> String) -> String {
    let name = shown(forecast.scenario.name ?? forecast.scenario.rate.model)
    let total = forecast.totalUSD.dollars
    guard forecast.lines.count > 1, let change = forecast.totalUSD.percentChange(from: forecast.plainUSD) else {
      return "\(name): \(total) for \(forecast.scenario.volume.words)."
    }
    let plain = "\(change.signedPercent) against the plain requests, \(forecast.plainUSD.dollars)"
    return "\(name): \(total) for \(forecast.scenario.volume.words), \(plain)."
  }

  /// More or less than the baseline, in percent of it; `nil` for the baseline itself.
  func change(of index: Int) -> String? {
    index == 0 ? nil : comparison.percentChange(of: forecasts[index])?.signedPercent
  }

  /// The baseline as sentences name it.
  func baselineName(_ shown: (String) -> String) -> String {
    comparison.baseline.scenario.name.map { "\"\(shown($0))\"" } ?? "the first scenario"
  }
}

extension RequestVolume {
  /// The period in words: `a month of 30 days`, `1,000 requests`.
  var words: String {
    period == .thousand ? "\(requests.grouped) requests" : "a month of \(days.grouped) days"
  }
}

extension ForecastScenario {
  /// What one of the volume is.
  var unit: String { callsPerTask == nil ? "request" : "task" }
}
