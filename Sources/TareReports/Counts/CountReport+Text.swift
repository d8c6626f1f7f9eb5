import TareText
import TareTokens

extension CountReport {
  /// The report as a table: numbers aligned to the right, names last, and the sum when there is more than one file.
  /// Numbers are plain digits, since tables of counts are cut by other programs more than other reports are.
  public var text: String {
    let shown = rows.count == 1 ? rows : rows + [total]
    let head = ["tokens"] + (normalForm.map { [$0, "saved"] } ?? []) + ["bytes", "file"]
    let table = aligned([head] + shown.map(cells), left: [head.count - 1])
    return (table + ["\(encoding.name)\(model.map { " for \($0)" } ?? ""), \(basis)"]).joined(separator: "\n") + "\n"
  }

  private func cells(_ row: Row) -> [String] {
    let normalized = row.normalizedTokens ?? row.tokens
    let normalization = normalForm == nil ? [] : ["\(normalized)", "\(row.tokens - normalized)"]
    return ["\(row.tokens)"] + normalization + ["\(row.bytes)", shownName(row.path)]
  }
}
