import TarePricing
import TareSavings
import TareText

extension WaterfallChart {
  /// How the costs of `prompts` change their sum, the largest change first; what does not change it is left out, and what
  /// is more than `mostSteps` is one step.
  ///
  /// It is made from the rounded costs, so that the printed steps lead from the printed sum before to the one after.
  /// `nil` where a cost is not known or none changes.
  init?(_ title: String, _ column: MoneyColumn, of prompts: [Int], _ labels: [String], mostSteps: Int) {
    guard let sum = column.sum(of: prompts) else { return nil }
    let changes = prompts.compactMap { index in
      column.rounded[index].map { (label: labels[index], change: $0.delta) }
    }.filter { $0.change != .zero }
    guard !changes.isEmpty else { return nil }
    // A sort that leaves equals in their order, so that the same report is the same page.
    let ranked = changes.enumerated().sorted { left, right in
      let (first, second) = (left.element.change.magnitude, right.element.change.magnitude)
      return first == second ? left.offset < right.offset : first > second
    }.map(\.element)
    let rest = ranked.dropFirst(mostSteps)
    var steps = ranked.prefix(mostSteps)
    if !rest.isEmpty {
      // Parts of a sum that can be held; should they not add up in between, the page does without the chart.
      guard let change = try? Money.sum(of: rest.map(\.change)) else { return nil }
      steps.append((counted(rest.count, "more prompt"), change))
    }
    self.init(
      title: title, before: ChartAmount(sum.before, places: column.places),
      steps: steps.map { .init(label: $0.label, change: ChartAmount(signed: $0.change, places: column.places)) },
      after: ChartAmount(sum.after, places: column.places))
  }
}

extension ChartAmount {
  init(signed money: Money, places: Int) {
    self.init(value: money.steps, text: money.signed(places: places))
  }
}
