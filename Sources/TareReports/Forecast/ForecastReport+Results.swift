import TarePricing
import TareText

extension ForecastReport {
  /// What follows from a forecast besides its sum, one sentence each.
  func results(of forecast: Forecast) -> [String] {
    let scenario = forecast.scenario
    var sentences: [String] = []
    if let each = forecast.usdPerRequest {
      sentences.append("Each \(scenario.unit) costs \(each.dollars) in the end.")
    }
    if let success = forecast.usdPerSuccess, let share = scenario.successShare {
      sentences.append("Each one that succeeds costs \(success.dollars), with \(share.sharePercent) of them.")
    }
    sentences += [selfHosting(forecast), payback(forecast)].compactMap(\.self)
    return sentences + forecast.lines.flatMap { line in
      let title = line.title(shownName)
      return line.notes.map { "\(title): \(shownName($0))." }
        + line.gaps.map { "Incomplete: \(title): \(shownName($0)), and the line changes nothing for it." }
    }
  }

  private func selfHosting(_ forecast: Forecast) -> String? {
    guard let machines = forecast.scenario.selfHosting else { return nil }
    let own = machines.usdPerRequest == .zero ? "" : " and \(machines.usdPerRequest.dollars) a \(forecast.scenario.unit)"
    let cost = "Machines of one's own at \(machines.fixedUSD.dollars) a month\(own)"
    let against = "against \(forecast.answerUSD.dollars) for the models' answers to each \(forecast.scenario.unit)"
    guard let requests = forecast.breakEvenRequestsPerDay, let daily = forecast.scenario.volume.daily else {
      return "\(cost) never pay, \(against)."
    }
    let verdict = daily >= requests ? "they pay" : "they do not pay"
    return
      "\(cost) pay from \(requests.grouped) \(forecast.scenario.unit)s a day on, \(against); at \(daily.grouped) \(verdict)."
  }

  private func payback(_ forecast: Forecast) -> String? {
    guard let cost = forecast.scenario.oneOffUSD else { return nil }
    let base = forecast == comparison.baseline ? "the plain requests" : baselineName
    guard let days = comparison.paybackDays(of: forecast) else {
      return "What it costs once, \(cost.dollars), is never saved against \(base)."
    }
    let time = days < Fraction(2) ? "\((days * Fraction(24)).grouped) hours" : "\(days.grouped) days"
    return "What it costs once, \(cost.dollars), is saved after \(time) against \(base)."
  }
}
