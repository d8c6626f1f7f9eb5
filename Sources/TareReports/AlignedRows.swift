/// Rows as lines: two blanks between columns, numbers to the right, the columns of `left` to the left.
func aligned(_ rows: [[String]], left: Set<Int>) -> [String] {
  let widths = (0..<(rows.first?.count ?? 0)).map { column in rows.map { $0[column].unicodeScalars.count }.max() ?? 0 }
  return rows.map { row in
    let cells = row.enumerated().map { column, cell in
      let padding = String(repeating: " ", count: max(0, widths[column] - cell.unicodeScalars.count))
      return left.contains(column) ? (column == row.count - 1 ? cell : cell + padding) : padding + cell
    }
    return cells.joined(separator: "  ")
  }
}
