/// Rows as comma-separated values of RFC 4180, with line feeds: a cell with a comma, a quotation mark or a line end is
/// quoted. A cell that a spreadsheet would take for a formula is quoted text behind an apostrophe.
func csvText(_ rows: [[String]]) -> String {
  rows.map { $0.map(csvCell).joined(separator: ",") + "\n" }.joined()
}

/// Characters at which spreadsheets begin a formula; a sign is one only where no number follows.
private let formulaStarts: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r"]

private func csvCell(_ cell: String) -> String {
  let scalars = cell.unicodeScalars
  let isNumber = scalars.allSatisfy { ("0"..."9").contains($0) || $0 == "-" || $0 == "." }
  let isFormula = !isNumber && scalars.first.map(formulaStarts.contains) == true
  let text = isFormula ? "'" + cell : cell
  guard isFormula || scalars.contains(where: { [",", "\"", "\n", "\r"].contains($0) }) else { return text }
  return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
}
