import TarePricing
import TareSavings
import TareText

extension SavingsPage {
  /// The prompts that differ, commit by commit from one side to the other.
  ///
  /// Only a history that ends where the comparison does is drawn: a merge that changed more, or an estimate with another
  /// ratio, would show numbers beside those of the report.
  func writeTrend(to body: inout MarkupWriter) {
    guard let tokens = report.tokens, let entries = history?.entries.reversed(), entries.count > 1,
      entries.last?.total.tokens == tokens.after, entries.allSatisfy({ $0.total.state != .unreadable })
    else { return }
    body.line("h2", "Commit by commit")
    let counts = [ChartAmount(tokens.before)] + entries.map { ChartAmount($0.total.tokens) }
    write("Tokens of the prompts that differ", counts, entries.map(\.chartLabel), to: &body)
    let costs = entries.map { $0.total.perThousand?.net }
    guard let net = report.perThousand?.net, !costs.contains(nil), costs.last == net.after else { return }
    let known = [net.before] + costs.compactMap(\.self)
    let places = Money.places(for: known)
    write(
      "1,000 requests with each of them, net of caching", known.map { ChartAmount($0, places: places) },
      entries.map(\.chartLabel), to: &body)
  }

  private func write(_ title: String, _ amounts: [ChartAmount], _ labels: [String], to body: inout MarkupWriter) {
    body.line("p", [("class", "soft")], title)
    let points = zip(["before"] + labels, amounts).map { TrendChart.Point(label: $0, amount: $1) }
    TrendChart(title: title, points: points).write(to: &body)
  }
}
