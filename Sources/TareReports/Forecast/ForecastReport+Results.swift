import TarePricing
import TareText

extension ForecastReport {
  /// What follows from a forecast besides its sum, one sentence each, with names as `shown` shows them.
  func results(of forecast: Forecast, shown: (String) -> String) -> [String] {
    let scenario = forecast.scenario
    var sentences: [String] = []
    if let each = forecast.usdPerRequest {
      sentences.append("Each \(scenario.unit) costs \(each.dollars) in the end.")
    }
    if let success = forecast.usdPerSuccess, let share = scenario.successShare {
      sentences.append("Each one that succeeds costs \(success.dollars), with \(share.sharePercent) of them.")
    }
    sentences += [selfHosting(forecast), payback(forecast, shown)].compactMap(\.self)
    return sentences + forecast.lines.flatMap { remarks(on: $0, shown) }
  }

  private func remarks(on line: ForecastLine, _ shown: (String) -> String) -> [String] {
    let title = line.title(shown)
    return line.notes.map { "\(title): \(shown($0))." }
      + line.gaps.map { "Incomplete: \(title): \(shown($0)), and the line changes nothing for it." }
  }

  private func selfHosting(_ forecast: Forecast) -> String? {
    guard let machines = forecast.scenario.selfHosting else { return nil }
    let unit = forecast.scenario.unit
    let own = machines.usdPerRequest == .zero ? "" : " and \(machines.usdPerRequest.dollars) a \(unit)"
    let cost = "Machines of one's own at \(machines.fixedUSD.dollars) a month\(own)"
    let against = "against \(forecast.answerUSD.dollars) for the models' answers to each \(unit)"
    guard let requests = forecast.breakEvenRequestsPerDay, let daily = forecast.scenario.volume.daily else {
      return "\(cost) never pay, \(against)."
    }
    let verdict = daily >= requests ? "they pay" : "they do not pay"
    let least = Fraction(requests.roundedUp).grouped
    return "\(cost) pay from \(least) \(unit)s a day on, \(against); at \(daily.grouped) \(verdict)."
  }

  private func payback(_ forecast: Forecast, _ shown: (String) -> String) -> String? {
    guard let cost = forecast.scenario.oneOffUSD else { return nil }
    let base = forecast == comparison.baseline ? "the plain requests" : baselineName(shown)
    guard let days = comparison.paybackDays(of: forecast) else {
      return "What it costs once, \(cost.dollars), is never saved against \(base)."
    }
    let time = days < Fraction(2) ? "\((days * Fraction(24)).grouped) hours" : "\(days.grouped) days"
    return "What it costs once, \(cost.dollars), is saved after \(time) against \(base)."
  }
}
