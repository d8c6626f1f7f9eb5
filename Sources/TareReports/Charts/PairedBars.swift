/// Horizontal bars in pairs: how much there was of each thing, and how much there is.
///
/// ```
/// Instructions  ▭▭▭▭▭▭▭▭▭▭▭▭ 1,200
///               ▬▬▬▬▬▬▬ 700
/// ```
struct PairedBars {
  /// One thing before and after; `nil` where it was not there or is gone.
  struct Line {
    let label: String
    /// How far it stands in below others.
    var level = 0
    let before: ChartAmount?
    let after: ChartAmount?
  }

  let title: String
  /// What is counted, in the plural: `tokens`.
  let unit: String
  /// What is kept of a label that is too long.
  let labels: LabelPart
  let lines: [Line]

  private static let pitch = 40
  private static let legend = 26
  private static let deepest = 5

  /// Writes the chart; nothing without lines.
  func write(to page: inout MarkupWriter) {
    guard !lines.isEmpty else { return }
    let amounts = lines.flatMap { [$0.before?.value, $0.after?.value].compactMap(\.self) }
    let scale = ChartScale(amounts, length: ChartLayout.barLength)
    let height = Self.legend + lines.count * Self.pitch
    page.chart(title, saying: lines.map(sentence).joined(separator: "; "), height: height) { chart in
      writeLegend(to: &chart)
      for (index, line) in lines.enumerated() {
        write(line, at: Self.legend + index * Self.pitch, scale, to: &chart)
      }
    }
  }

  private func sentence(_ line: Line) -> String {
    let (before, after) = (line.before?.text ?? "nothing", line.after?.text ?? "nothing")
    return "\(line.label): \(before) before, \(after) after"
  }

  private func writeLegend(to chart: inout MarkupWriter) {
    for (index, kind) in ["before", "after"].enumerated() {
      let x = ChartLayout.barStart + index * 100
      chart.bar(kind, x: x, y: 4, width: 24, height: 8, saying: "\(unit) \(kind)")
      chart.label(kind, "soft", x: x + 32, y: 13)
    }
  }

  private func write(_ line: Line, at top: Int, _ scale: ChartScale, to chart: inout MarkupWriter) {
    let level = min(max(line.level, 0), Self.deepest)
    let columns = ChartLayout.labelColumns - level * ChartLayout.indentColumns
    let text = shortLabel(line.label, columns: columns, keeping: labels)
    chart.label(text, x: level * ChartLayout.indent, y: top + ChartLayout.barHeight + 4)
    write(line.before, "before", of: line.label, at: top, scale, to: &chart)
    write(line.after, "after", of: line.label, at: top + ChartLayout.barHeight + 2, scale, to: &chart)
  }

  private func write(
    _ amount: ChartAmount?, _ kind: String, of label: String, at top: Int, _ scale: ChartScale,
    to chart: inout MarkupWriter
  ) {
    let place = scale.position(of: amount?.value ?? 0)
    let (start, end) = (min(scale.zero, place), max(scale.zero, place))
    let hasBar = amount.map { $0.value != 0 } ?? false
    if hasBar {
      chart.bar(
        kind, x: ChartLayout.barStart + start, y: top, width: max(1, end - start), height: ChartLayout.barHeight,
        saying: "\(label), \(kind): \(amount?.text ?? "0") \(unit)")
    }
    chart.label(
      amount?.text ?? (kind == "before" ? "new" : "gone"), kind == "before" ? "soft" : "",
      x: ChartLayout.barStart + end + ChartLayout.numberGap, y: top + ChartLayout.baseline)
  }
}
