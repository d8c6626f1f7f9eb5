import TareJSON

extension CalculationKind {
  /// A table of prices, read whole and compared with the catalogue row by row.
  static let priceTable = CalculationKind("price_table", ["columns", "rows"]) { inputs throws(CalculationError) in
    let columns = try inputs.required("columns").elements.compactMap(\.string)
    guard let model = columns.firstIndex(of: "model") else {
      throw CalculationError("columns has no \"model\"")
    }
    for column in columns where !["model", "input_per_mtok", "output_per_mtok"].contains(column) {
      throw CalculationError(
        "unknown column \"\(column.prefix(60))\"; there are model, input_per_mtok, output_per_mtok")
    }
    let list = try inputs.required("rows")
    guard list.kind == .array else { throw CalculationError("rows is no list") }
    var rows: [PriceTableRow] = []
    for (index, row) in list.elements.enumerated() {
      let cells = row.elements
      guard cells.count == columns.count, let title = cells[model].string else {
        throw CalculationError("row \(index + 1) has no cell for each of the \(columns.count) columns")
      }
      func price(_ column: String) throws(CalculationError) -> Fraction? {
        guard let place = columns.firstIndex(of: column) else { return nil }
        return try CalculationInputs.number(cells[place], "row \(index + 1)")
      }
      rows.append(
        PriceTableRow(
          title: title, input: try price("input_per_mtok"), output: try price("output_per_mtok"),
          rate: inputs.prices?.rate(titled: title)))
    }
    let day = inputs.prices.map { CalculationFigure(name: "prices_of", value: .day($0.catalogue.date)) }
    let count = CalculationFigure(name: "rows", value: .count(rows.count))
    return [count, CalculationFigure(name: "models", value: .prices(rows))] + (day.map { [$0] } ?? [])
  }
}
