/// Several scenarios side by side; the first is what the others are compared with.
public struct ForecastComparison: Sendable, Hashable {
  /// The forecasts, the baseline first.
  public let forecasts: [Forecast]

  /// The forecasts of `scenarios`.
  ///
  /// - Throws: ``ForecastError`` for none, for one that cannot be forecast, and for scenarios of different periods.
  public init(_ scenarios: [ForecastScenario]) throws(ForecastError) {
    guard let first = scenarios.first else { throw ForecastError(nil, "there is no scenario to forecast") }
    var forecasts: [Forecast] = []
    for scenario in scenarios {
      let (own, other) = (scenario.volume, first.volume)
      guard own.days == other.days, (own.period == .thousand) == (other.period == .thousand) else {
        throw ForecastError(scenario.name, "its period is not that of the first scenario; costs cannot be compared")
      }
      forecasts.append(try Forecast(scenario))
    }
    self.forecasts = forecasts
  }

  /// What the others are compared with.
  public var baseline: Forecast { forecasts[0] }

  /// How much more `forecast` costs than the baseline, in percent of that; `nil` where that costs nothing.
  public func percentChange(of forecast: Forecast) -> Fraction? {
    forecast.totalUSD.percentChange(from: baseline.totalUSD)
  }

  /// After how many days what `forecast` costs once is saved: against the baseline, or where it is that, against its own
  /// plain requests; `nil` where nobody said what it costs, and where it saves nothing.
  public func paybackDays(of forecast: Forecast) -> Fraction? {
    let base = forecast == baseline ? forecast.plainUSD : baseline.totalUSD
    guard let cost = forecast.scenario.oneOffUSD, base > forecast.totalUSD else { return nil }
    return (cost * forecast.scenario.volume.days).divided(by: base - forecast.totalUSD)
  }
}
