import TareJSON
import TarePricing
import TareText

extension ForecastReport {
  /// Every number as a decimal string: sums exact to 15 places, quotients to six.
  public var json: String {
    var writer = JSONWriter(style: .indented)
    writer.object { report in
      report.member("schemaVersion", 1)
      report.member("at", time?.description)
      report.member("pricesOf", catalogue.date.description)
      report.member("source", catalogue.source)
      report.member("currency", "USD")
      report.member("baseline", comparison.baseline.scenario.name)
      report.member("isComplete", isComplete)
      report.array("scenarios") { list in
        for (index, forecast) in forecasts.enumerated() { list.object { write(forecast, index, to: &$0) } }
      }
      report.array("assumptions") { list in assumptions { $0 }.forEach { list.value($0) } }
    }
    return writer.text + "\n"
  }

  private func write(_ forecast: Forecast, _ index: Int, to object: inout JSONWriter) {
    let scenario = forecast.scenario
    object.member("name", scenario.name)
    object.member("model", scenario.rate.model)
    object.member("inputTokens", scenario.inputTokens.decimalText(places: 6))
    object.array("prompts") { list in
      for prompt in scenario.prompts {
        list.object {
          $0.member("path", prompt.path)
          $0.member("tokens", prompt.tokens)
          $0.member("basis", prompt.basis)
        }
      }
    }
    object.member("outputTokens", scenario.outputTokens.decimalText(places: 6))
    object.object("volume") { write(scenario.volume, unit: scenario.unit, to: &$0) }
    object.array("lines") { list in
      for line in forecast.lines { list.object { write(line, of: forecast, to: &$0) } }
    }
    object.member("plainUsd", forecast.plainUSD.dollarText)
    object.member("usd", forecast.isComplete ? forecast.totalUSD.dollarText : nil)
    object.member("usdAsFarAsKnown", forecast.totalUSD.dollarText)
    object.member("usdPerRequest", forecast.usdPerRequest?.dollarText)
    object.member("usdPerSuccess", forecast.usdPerSuccess?.dollarText)
    object.member("changePercentOfPlain", percent(forecast.totalUSD, from: forecast.plainUSD))
    let change = index == 0 ? nil : comparison.percentChange(of: forecast)
    object.member("changePercentOfBaseline", change?.decimalText(places: 6))
    object.member("answersUsdPerRequest", forecast.answerUSD.dollarText)
    object.member("selfHostBreakEvenPerDay", forecast.breakEvenRequestsPerDay?.decimalText(places: 6))
    object.member("paybackDays", comparison.paybackDays(of: forecast)?.decimalText(places: 6))
    object.array("gaps") { list in forecast.gaps.forEach { list.value($0) } }
  }

  private func write(_ volume: RequestVolume, unit: String, to object: inout JSONWriter) {
    let period =
      switch volume.period {
      case .day: "day"
      case .month: "month"
      case .thousand: "1000"
      }
    object.member("unit", unit)
    object.member("requests", volume.requests.decimalText(places: 6))
    object.member("per", period)
    object.member("days", volume.period == .thousand ? nil : volume.days.decimalText(places: 6))
    object.member("areDaysStated", volume.areDaysStated)
  }

  private func write(_ line: ForecastLine, of forecast: Forecast, to object: inout JSONWriter) {
    object.member("line", line.title { $0 })
    object.member("detail", line.detail(in: forecast.scenario))
    object.member("effectUsd", line.effect.dollarText)
    object.member("usd", line.total.dollarText)
    object.array("gaps") { list in line.gaps.forEach { list.value($0) } }
    object.array("notes") { list in line.notes.forEach { list.value($0) } }
  }

  private func percent(_ number: Fraction, from base: Fraction) -> String? {
    number.percentChange(from: base)?.decimalText(places: 6)
  }
}
