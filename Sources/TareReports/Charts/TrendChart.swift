/// How an amount went from one commit to the next: steps, since nothing happens between two commits.
///
/// ```
/// 1,200 ▏▔▔▔▔▔╲
///       ▏      ▁▁▁▁▁▁▁ 700
///     0 ▏────────────
///        v1.0      v1.1
/// ```
struct TrendChart {
  /// The amount from one commit on.
  struct Point {
    let label: String
    let amount: ChartAmount
  }

  let title: String
  let points: [Point]

  private static let left = 110
  private static let top = 20
  private static let plotWidth = 580
  private static let plotHeight = 160
  private static let height = 220
  /// More dots than this would touch each other.
  private static let mostDots = 60
  private static let labelColumns = 24

  /// Writes the chart; nothing for less than two points, which have no course.
  func write(to page: inout MarkupWriter) {
    guard points.count > 1, let first = points.first, let last = points.last else { return }
    let scale = ChartScale(points.map(\.amount.value), length: Self.plotHeight)
    page.chart(title, saying: description, height: Self.height) { chart in
      writeAxis(scale, to: &chart)
      chart.empty("path", [("class", "course"), ("d", course(scale))])
      if points.count <= Self.mostDots { writeDots(scale, to: &chart) }
      let base = Self.height - 12
      chart.label(Self.short(first.label), "soft", x: Self.left, y: base)
      chart.label(Self.short(last.label), "soft", x: Self.left + Self.plotWidth, y: base, endsThere: true)
      chart.label(last.amount.text, x: Self.left + Self.plotWidth + 8, y: y(last, scale) + 4)
    }
  }

  private static func short(_ label: String) -> String {
    shortLabel(label, columns: labelColumns, keeping: .start)
  }

  private var description: String { points.map { "\($0.label): \($0.amount.text)" }.joined(separator: "; ") }

  /// The largest amount and nothing, each with its line.
  private func writeAxis(_ scale: ChartScale, to chart: inout MarkupWriter) {
    let highest = points.max { $0.amount.value < $1.amount.value }
    var lines = [(y: height(of: scale.zero), text: "0")]
    if let highest, highest.amount.value > 0 { lines.append((y(highest, scale), highest.amount.text)) }
    for line in lines {
      chart.empty(
        "line",
        [
          ("class", "grid"), ("x1", "\(Self.left)"), ("x2", "\(Self.left + Self.plotWidth)"), ("y1", "\(line.y)"),
          ("y2", "\(line.y)"),
        ])
      chart.label(line.text, "soft", x: Self.left - 8, y: line.y + 4, endsThere: true)
    }
  }

  private func course(_ scale: ChartScale) -> String {
    points.enumerated().map { index, point in
      index == 0 ? "M\(x(0)) \(y(point, scale))" : "H\(x(index))V\(y(point, scale))"
    }.joined()
  }

  private func writeDots(_ scale: ChartScale, to chart: inout MarkupWriter) {
    for (index, point) in points.enumerated() {
      let place = [("cx", "\(x(index))"), ("cy", "\(y(point, scale))"), ("r", "4")]
      chart.line("circle", [("class", "after")] + place) { $0.inline("title", "\(point.label): \(point.amount.text)") }
    }
  }

  private func x(_ index: Int) -> Int { Self.left + index * Self.plotWidth / max(1, points.count - 1) }

  private func y(_ point: Point, _ scale: ChartScale) -> Int { height(of: scale.position(of: point.amount.value)) }

  private func height(of position: Int) -> Int { Self.top + Self.plotHeight - position }
}
