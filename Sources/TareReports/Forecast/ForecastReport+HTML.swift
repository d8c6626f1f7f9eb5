import TarePricing
import TareText

extension ForecastReport {
  /// The report as one self-contained page: the scenarios side by side, and of each a chart from the plain requests to
  /// its sum, with the lines below.
  public func html(toolVersion: String) -> String {
    HTMLPage(title: "tare forecast").text { body in
      body.block("header") { header in
        header.line("h1", "Forecast")
        if forecasts.count == 1 { header.line("p", headline(of: comparison.baseline) { $0 }) }
      }
      if forecasts.count > 1 { write(comparisonTable { $0 }, left: [0, 1], to: &body) }
      for forecast in forecasts { write(forecast, to: &body) }
      body.block("footer") { footer in
        for sentence in assumptions(shown: { $0 }) { footer.line("p", sentence) }
        footer.line("p", "tare \(toolVersion)")
      }
    }
  }

  private func write(_ forecast: Forecast, to body: inout MarkupWriter) {
    if forecasts.count > 1 {
      body.line("h2", forecast.scenario.name ?? "scenario")
      body.line("p", headline(of: forecast) { $0 })
    }
    WaterfallChart(forecast)?.write(to: &body)
    write([ForecastTable.head] + ForecastTable(forecast) { $0 }.rows, left: [0, 4], to: &body)
    for sentence in results(of: forecast, shown: { $0 }) { body.line("p", sentence) }
  }

  private func write(_ rows: [[String]], left: Set<Int>, to body: inout MarkupWriter) {
    body.block("div", [("class", "wide")]) { frame in
      frame.block("table", [("class", "prompts")]) { table in
        for (index, row) in rows.enumerated() {
          table.block("tr") { line in
            for (column, cell) in row.enumerated() {
              line.line(index == 0 ? "th" : "td", left.contains(column) ? [] : [("class", "number")], cell)
            }
          }
        }
      }
    }
  }
}

extension WaterfallChart {
  /// From the plain requests to the sum; `nil` where nothing lies between them, and for sums that no chart can show.
  init?(_ forecast: Forecast) {
    let places = dollarPlaces(for: forecast.lines.map(\.total))
    let levels = forecast.lines.compactMap { Money(nearest: $0.total.fixedText(places: places)) }
    guard levels.count == forecast.lines.count, levels.count > 1 else { return nil }
    var steps: [Step] = []
    for (index, line) in forecast.lines.enumerated().dropFirst() {
      guard let change = try? levels[index] - levels[index - 1] else { return nil }
      steps.append(Step(label: line.title { $0 }, change: ChartAmount(signed: change, places: places)))
    }
    self.init(
      title: "From the plain requests to \(forecast.scenario.name ?? "the sum")",
      before: ChartAmount(levels[0], places: places), steps: steps,
      after: ChartAmount(levels[levels.count - 1], places: places))
  }
}

extension Money {
  fileprivate init?(nearest text: String) {
    guard let money = try? Money(dollars: text) else { return nil }
    self = money
  }
}
