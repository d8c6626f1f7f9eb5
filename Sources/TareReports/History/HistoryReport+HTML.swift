import TarePricing
public import TareSavings
import TareText

extension HistoryReport {
  /// The report as one self-contained page: the course of tokens and costs, and all commits in a table.
  ///
  /// - Parameter showsAuthors: Whether the table has a column for who wrote each commit.
  public func html(showsAuthors: Bool = false, toolVersion: String) -> String {
    HTMLPage(title: "tare log").text { body in
      writeHead(to: &body)
      if !entries.isEmpty {
        for chart in charts where chart.points.count > 1 {
          body.line("h2", chart.title)
          chart.write(to: &body)
        }
        write(HistoryColumns(self, showsAuthors: showsAuthors, shown: shownName), to: &body)
      }
      body.block("footer") { footer in
        if !entries.isEmpty { for line in assumptions { footer.line("p", line) } }
        footer.line("p", "tare \(toolVersion)")
      }
    }
  }

  private func writeHead(to body: inout MarkupWriter) {
    body.block("header") { header in
      header.line("h1", "Prompts over time")
      header.line("p", [("class", "soft")], title(shownName) + "." + (modelText.map { " Model \($0)." } ?? ""))
      header.line("p", "\(headline).")
    }
  }

  /// Tokens and what they cost, from the oldest commit on; commits that leave nothing to be read have no place there.
  private var charts: [TrendChart] {
    let readable = entries.reversed().filter { $0.total.state != .unreadable }
    let tokens = readable.map { TrendChart.Point(label: $0.chartLabel, amount: ChartAmount($0.total.tokens)) }
    let places = Money.places(for: readable.compactMap { $0.total.perThousand?.net })
    let costs = readable.compactMap { entry in
      entry.total.perThousand?.net.map {
        TrendChart.Point(label: entry.chartLabel, amount: ChartAmount($0, places: places))
      }
    }
    return [
      TrendChart(title: "Tokens after each commit", points: tokens),
      TrendChart(title: "Cost of 1,000 requests with each prompt, net of caching", points: costs),
    ]
  }

  private func write(_ columns: HistoryColumns, to body: inout MarkupWriter) {
    body.line("h2", "Commits")
    body.block("div", [("class", "wide")]) { frame in
      frame.block("table") { table in
        for (row, name) in ([columns.head] + columns.rows).enumerated().map({ ($1, $0 == 0 ? "th" : "td") }) {
          table.block("tr") { line in
            for (column, cell) in row.enumerated() {
              line.line(name, columns.left.contains(column) ? [] : [("class", "number")], cell)
            }
          }
        }
      }
    }
  }
}

extension HistoryEntry {
  /// What a chart calls the commit.
  var chartLabel: String { "\(commit.day) \(commit.shortID)" }
}
