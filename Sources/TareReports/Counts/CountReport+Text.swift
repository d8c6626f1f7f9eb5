import TareTokens

extension CountReport {
  /// The report as a table: numbers aligned to the right, names last, and the sum when there is more than one file.
  public var text: String {
    let shown = rows.count == 1 ? rows : rows + [total]
    var columns = [("tokens", shown.map { "\($0.tokens)" })]
    if let normalForm {
      columns.append((normalForm, shown.map { "\($0.normalizedTokens ?? $0.tokens)" }))
      columns.append(("saved", shown.map { "\($0.tokens - ($0.normalizedTokens ?? $0.tokens))" }))
    }
    columns.append(("bytes", shown.map { "\($0.bytes)" }))
    let widths = columns.map { name, cells in ([name] + cells).map(\.count).max() ?? 0 }
    var lines = [line(columns.map(\.0), widths, "file")]
    for (index, row) in shown.enumerated() { lines.append(line(columns.map { $0.1[index] }, widths, row.path)) }
    lines.append("\(encoding.name)\(model.map { " for \($0)" } ?? ""), \(basis)")
    return lines.joined(separator: "\n") + "\n"
  }

  private func line(_ cells: [String], _ widths: [Int], _ name: String) -> String {
    let padded = zip(cells, widths).map { String(repeating: " ", count: $1 - $0.count) + $0 }
    return padded.joined(separator: "  ") + "  " + name
  }
}
