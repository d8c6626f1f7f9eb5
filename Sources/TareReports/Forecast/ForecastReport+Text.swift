import TarePricing
import TareText

extension ForecastReport {
  /// Each scenario from its plain requests down to its sum, all side by side, and what the numbers rest on.
  public var text: String {
    let blocks = (forecasts.count > 1 ? [comparisonBlock] : []) + forecasts.map(block)
    return (blocks + [assumptions(shown: shownName).joined(separator: "\n")]).joined(separator: "\n\n") + "\n"
  }

  private var comparisonBlock: String {
    aligned(comparisonTable(shown: shownName), left: [0, 1]).map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "\n")
  }

  private func block(_ forecast: Forecast) -> String {
    let table = aligned([ForecastTable.head] + ForecastTable(forecast, shown: shownName).rows, left: [0, 4])
    return ([headline(of: forecast, shown: shownName), ""] + table + [""] + results(of: forecast, shown: shownName))
      .joined(separator: "\n")
  }

  /// The scenarios side by side, heads first.
  func comparisonTable(shown: (String) -> String) -> [[String]] {
    let places = dollarPlaces(for: forecasts.map(\.totalUSD))
    let each = dollarPlaces(for: forecasts.compactMap(\.usdPerRequest))
    let rows = forecasts.enumerated().map { index, forecast in
      [
        shown(forecast.scenario.name ?? "scenario \(index + 1)"), shown(forecast.scenario.rate.model),
        forecast.totalUSD.dollars(places: places), forecast.usdPerRequest?.dollars(places: each) ?? "",
        change(of: index) ?? "",
      ]
    }
    let period = comparison.baseline.scenario.volume.period == .thousand ? "1,000" : "month"
    let baseline = shown(comparison.baseline.scenario.name ?? "the first")
    return [["scenario", "model", period, "each", "vs \(baseline)"]] + rows
  }
}

extension ForecastReport {
  /// The same as a page of Markdown.
  public var markdown: String {
    let compared = forecasts.count > 1 ? [markdownTable(comparisonTable(shown: markdownText), left: [0, 1])] : []
    let pages = forecasts.flatMap { forecast in
      [
        "### \(headline(of: forecast, shown: markdownText))",
        markdownTable([ForecastTable.head] + ForecastTable(forecast, shown: markdownText).rows, left: [0, 4]),
        results(of: forecast, shown: markdownText).map { "- \($0)" }.joined(separator: "\n"),
      ]
    }
    let notes = assumptions(shown: markdownText).map { "- \($0)" }.joined(separator: "\n")
    return (compared + pages + [notes]).filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private func markdownTable(_ rows: [[String]], left: Set<Int>) -> String {
    let ruler = "|" + (rows.first ?? []).indices.map { left.contains($0) ? ":--|" : "--:|" }.joined()
    let lines = rows.map { "| " + $0.joined(separator: " | ") + " |" }
    return (lines.prefix(1) + [ruler] + lines.dropFirst()).joined(separator: "\n")
  }
}
