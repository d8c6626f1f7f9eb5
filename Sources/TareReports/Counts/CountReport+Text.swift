import TareText
import TareTokens

extension CountReport {
  /// The report as a table: numbers aligned to the right, names last, and the sum when there is more than one file.
  /// Numbers are plain digits, since tables of counts are cut by other programs more than other reports are.
  public var text: String {
    let shown = rows.count == 1 ? rows : rows + [total]
    let head = ["tokens"] + normalForms.flatMap { [$0, "saved"] } + ["bytes", "file"]
    let table = aligned([head] + shown.map(cells), left: [head.count - 1])
    let counter = provider.map { "counted as one message by \(shownName($0))" } ?? encoding.name
    let counting = "\(counter)\(model.map { " for \(shownName($0))" } ?? ""), \(basis)"
    return (table + zip(normalForms, total.normalized).map(sentence) + [counting]).joined(separator: "\n") + "\n"
  }

  private func cells(_ row: Row) -> [String] {
    let normalization = row.normalized.flatMap { ["\($0.tokens)", "\(row.tokens - $0.tokens)"] }
    return ["\(row.tokens)"] + normalization + ["\(row.bytes)", shownName(row.path)]
  }

  /// What one normal form would make of all the texts.
  private func sentence(_ form: String, _ normalized: NormalizedCount) -> String {
    let (before, change) = (total, total.tokens - normalized.tokens)
    let amount = change.magnitude == 1 ? "1 token" : "\(change == 0 ? "no" : "\(change.magnitude)") tokens"
    let saving = "\(change < 0 ? "adds" : "saves") \(amount)"
    return "\(form) \(saving): \(before.tokens) to \(normalized.tokens), bytes \(before.bytes) to \(normalized.bytes)"
  }
}
