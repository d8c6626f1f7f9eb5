import TareText
import TareTokens

extension AttributionReport {
  /// The longest name a table shows, in scalars.
  private static let longestName = 60

  /// The report as a table of the first `top` parts, or of all.
  public func text(top: Int? = nil) -> String {
    let shown = rows.prefix(top ?? rows.count)
    let table = aligned([head] + shown.map(cells) + [total(shown)], left: [head.count - 1])
    let counting = "\(encoding.name)\(model.map { " for \(shownName($0))" } ?? ""), \(basis)"
    return (table + [counting]).joined(separator: "\n") + "\n"
  }

  private var head: [String] {
    switch division {
    case .line: ["tokens", "line", "text"]
    case .section: ["tokens", "own", "line", "section"]
    case .field: ["tokens", "own", "times", "field"]
    }
  }

  private func cells(_ row: Row) -> [String] {
    switch division {
    case .line: ["\(row.tokens)", "\(row.line)", shown(row.name)]
    case .section: ["\(row.tokens)", "\(row.own)", "\(row.line)", shown(row.name)]
    case .field: ["\(row.tokens)", "\(row.own)", "\(row.occurrences)", shown(row.name)]
    }
  }

  private func total(_ shown: ArraySlice<Row>) -> [String] {
    let rest = rows.count - shown.count
    let name = rest == 0 ? "total" : "total, with \(rest) more"
    return ["\(tokens)"] + [String](repeating: "", count: head.count - 2) + [name]
  }

  private func shown(_ name: String) -> String {
    if name.isEmpty, division == .section { return "(before the first heading)" }
    let text = name.unicodeScalars.prefix(Self.longestName)
    return shownName(String(text)) + (text.endIndex < name.endIndex ? "…" : "")
  }
}
