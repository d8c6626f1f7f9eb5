import TarePricing
import TareText

/// The lines of one forecast as cells, rounded so that what is printed adds up.
///
/// Totals are rounded and effects are their differences, so each printed line is the one above and its own effect.
struct ForecastTable {
  static let head = ["line", "effect", "total", "vs line above", "what it is"]

  let rows: [[String]]

  init(_ forecast: Forecast, shown: (String) -> String) {
    let places = dollarPlaces(for: forecast.lines.map(\.total))
    var above: (exact: Fraction, printed: Fraction)?
    var rows: [[String]] = []
    for line in forecast.lines {
      let printed = (try? Fraction(decimal: line.total.fixedText(places: places))) ?? line.total
      rows.append(
        [line.title(shown)] + Self.money(line, printed, above: above, places) + [line.detail(in: forecast.scenario)])
      above = (line.total, printed)
    }
    self.rows = rows
  }

  private static func money(
    _ line: ForecastLine, _ printed: Fraction, above: (exact: Fraction, printed: Fraction)?, _ places: Int
  ) -> [String] {
    let total = printed.dollars(places: places)
    guard let above else { return ["", total, ""] }
    guard line.gaps.isEmpty || line.effect != .zero else { return ["unknown", total, ""] }
    let effect = printed - above.printed
    return [
      (effect > .zero ? "+" : "") + effect.dollars(places: places), total,
      line.total.percentChange(from: above.exact)?.signedPercent ?? "",
    ]
  }
}
