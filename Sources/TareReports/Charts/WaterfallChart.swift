/// How a sum came from what it was to what it is: each change begins where the one before it ended.
///
/// ```
/// before      ▭▭▭▭▭▭▭▭▭▭▭▭▭▭ $4.75
/// support.md         ▬▬▬▬▬▬▬ −$2.10
/// agent.md           ▬▬ +$0.40
/// after       ▭▭▭▭▭▭▭▭▭ $3.05
/// ```
struct WaterfallChart {
  /// One change.
  struct Step {
    let label: String
    let change: ChartAmount
  }

  let title: String
  let before: ChartAmount
  let steps: [Step]
  let after: ChartAmount

  private static let pitch = 26

  /// Writes the chart.
  ///
  /// - Precondition: The changes lead from `before` to `after`, as far as the sums can be held.
  func write(to page: inout MarkupWriter) {
    let levels = levels
    let (scale, isCut) = Self.scale(for: levels + [after.value])
    let rows = steps.count + 2
    page.chart(title, saying: description + (isCut ? ". " + Self.cutText : ""), height: (rows + 1) * Self.pitch) {
      chart in
      write("before", before, kind: "before", from: 0, to: before.value, at: 0, scale, to: &chart)
      for (index, step) in steps.enumerated() {
        let kind = step.change.value < 0 ? "less" : "more"
        write(
          step.label, step.change, kind: kind, from: levels[index], to: levels[index + 1], at: index + 1, scale,
          to: &chart)
      }
      write("after", after, kind: "after", from: 0, to: after.value, at: rows - 1, scale, to: &chart)
      if isCut {
        let y = rows * Self.pitch + ChartLayout.baseline + 6
        chart.label(Self.cutText, "soft", x: ChartLayout.barStart, y: y)
      }
    }
  }

  private static let cutText = "The bars do not begin at 0."

  /// Changes that are small beside the sums are drawn on a part of the scale only, and the chart says so.
  private static func scale(for levels: [Int128]) -> (scale: ChartScale, isCut: Bool) {
    let (low, high) = (levels.min() ?? 0, levels.max() ?? 0)
    guard low > 0, low < high, (high - low) < high / 4 else {
      return (ChartScale(levels, length: ChartLayout.barLength), false)
    }
    return (ChartScale(from: low - (high - low) / 2, to: high, length: ChartLayout.barLength), true)
  }

  /// The sum before the first change and behind each.
  private var levels: [Int128] {
    steps.reduce(into: [before.value]) { levels, step in
      let (sum, overflows) = (levels.last ?? 0).addingReportingOverflow(step.change.value)
      levels.append(overflows ? (step.change.value < 0 ? .min : .max) : sum)
    }
  }

  private var description: String {
    let changes = steps.map { "\($0.label): \($0.change.text)" }
    return (["before: \(before.text)"] + changes + ["after: \(after.text)"]).joined(separator: "; ")
  }

  private func write(
    _ label: String, _ amount: ChartAmount, kind: String, from: Int128, to: Int128, at index: Int,
    _ scale: ChartScale, to chart: inout MarkupWriter
  ) {
    let top = index * Self.pitch + 6
    let (first, second) = (scale.position(of: from), scale.position(of: to))
    let (start, end) = (min(first, second), max(first, second))
    chart.label(
      shortLabel(label, columns: ChartLayout.labelColumns, keeping: .end), x: 0, y: top + ChartLayout.baseline)
    if from != to {
      chart.bar(
        kind, x: ChartLayout.barStart + start, y: top, width: max(1, end - start), height: ChartLayout.barHeight,
        saying: "\(label): \(amount.text)")
    }
    chart.label(
      amount.text, x: ChartLayout.barStart + end + ChartLayout.numberGap, y: top + ChartLayout.baseline)
  }
}
