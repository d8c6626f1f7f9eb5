import TarePricing
import TareSavings
import TareText

extension SavingsPage {
  /// More lines than this make a chart no clearer; the table has all.
  private static let mostLines = 15
  /// At most so many prompts are shown section by section.
  private static let mostDivided = 20

  /// What the sums are made of.
  func writeCharts(to body: inout MarkupWriter) {
    if let waterfall {
      body.line("h2", "Where the cost comes from")
      body.line("p", [("class", "soft")], waterfall.title)
      waterfall.write(to: &body)
    }
    writeTokens(to: &body)
    writeSections(to: &body)
  }

  // MARK: Cost

  private var waterfall: WaterfallChart? {
    guard report.hasPrices else { return nil }
    let labels = report.prompts.map { shownName($0.path) }
    let month = CostColumns.perMonth(report)
    let isMonthly = month.prompts.count == report.prompts.count
    let costs = isMonthly ? month : .perThousand(report)
    let subject = isMonthly ? "A month" : "1,000 requests with each prompt"
    return WaterfallChart("\(subject), net of caching", costs.net, of: costs.prompts, labels, mostSteps: Self.mostLines)
      ?? WaterfallChart("\(subject), gross", costs.gross, of: costs.prompts, labels, mostSteps: Self.mostLines)
  }

  // MARK: Tokens

  /// A chart for each model: tokens that are counted differently have no common scale.
  private func writeTokens(to body: inout MarkupWriter) {
    guard report.prompts.count > 1 else { return }
    let order = report.promptsByChange.map { report.prompts[$0] }
    body.line("h2", "Tokens of each prompt")
    for model in report.models {
      let prompts = order.filter(model.holds)
      if report.models.count > 1 { body.line("h3", model.name) }
      PairedBars(
        title: "Tokens of each prompt before and after", unit: "tokens", labels: .end,
        lines: prompts.prefix(Self.mostLines).map(\.bars)
      ).write(to: &body)
      let more = prompts.count - Self.mostLines
      if more > 0 { body.line("p", [("class", "soft")], "and \(counted(more, "more prompt")) in the table below") }
    }
  }

  // MARK: Sections

  private func writeSections(to body: inout MarkupWriter) {
    let divided = report.promptsByChange.map { report.prompts[$0] }
      .filter { !$0.sectionLines(atMost: Self.mostLines).isEmpty }
    guard !divided.isEmpty else { return }
    body.line("h2", "Tokens by section")
    for (index, prompt) in divided.prefix(Self.mostDivided).enumerated() {
      body.block("details", [("class", "prompt")] + (index < 3 ? [("open", "")] : [])) { details in
        details.line("summary") {
          $0.inline("code", prompt.path)
          $0.inline("span", [("class", "soft")], " \(prompt.tokensText)")
        }
        details.block("div", [("class", "drawing")]) { drawing in
          PairedBars(
            title: "Tokens of the sections of \(shownName(prompt.path)) before and after", unit: "tokens",
            labels: .start, lines: prompt.sectionLines(atMost: Self.mostLines).map(\.bars)
          ).write(to: &drawing)
        }
      }
    }
    let more = divided.count - Self.mostDivided
    if more > 0 {
      body.line("p", [("class", "soft")], "The sections of \(counted(more, "more prompt")) are in the JSON report.")
    }
  }
}

extension PromptSavings {
  fileprivate var bars: PairedBars.Line {
    PairedBars.Line(
      label: shownName(path), before: change == .new ? nil : ChartAmount(tokens.before),
      after: change == .gone ? nil : ChartAmount(tokens.after))
  }
}

extension SectionLine {
  fileprivate var bars: PairedBars.Line {
    PairedBars.Line(
      label: shownName(title), before: change == "new" ? nil : ChartAmount(tokens.before),
      after: change == "gone" ? nil : ChartAmount(tokens.after))
  }
}
