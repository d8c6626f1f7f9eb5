import TarePricing
import TareSavings
import TareText

extension SavingsPage {
  /// More lines than this make a chart no clearer; the table has all.
  private static let mostLines = 15

  /// What the sums are made of.
  func writeCharts(to body: inout MarkupWriter) {
    if let waterfall {
      body.line("h2", "Where the cost of 1,000 requests comes from")
      waterfall.write(to: &body)
    }
    body.line("h2", "Tokens before and after")
    tokensByPrompt.write(to: &body)
  }

  /// The cost net of caching, or without a cache where that is not known.
  private var waterfall: WaterfallChart? {
    guard report.price != nil else { return nil }
    let costs = CostColumns(report.prompts.map(\.perThousand))
    let labels = report.prompts.map { shownName($0.path) }
    return WaterfallChart(
      "Cost of 1,000 requests with each prompt, net of caching", costs.net, labels, mostSteps: Self.mostLines)
      ?? WaterfallChart(
        "Cost of 1,000 requests with each prompt, without a cache", costs.gross, labels,
        mostSteps: Self.mostLines)
  }

  private var tokensByPrompt: PairedBars {
    let ranked = report.prompts.sorted { $0.tokens.delta.magnitude > $1.tokens.delta.magnitude }
    let lines = ranked.prefix(Self.mostLines).map { prompt in
      PairedBars.Line(
        label: shownName(prompt.path), before: prompt.change == .new ? nil : ChartAmount(prompt.tokens.before),
        after: prompt.change == .gone ? nil : ChartAmount(prompt.tokens.after))
    }
    return PairedBars(title: "Tokens of each prompt before and after", unit: "tokens", labels: .end, lines: lines)
  }
}
