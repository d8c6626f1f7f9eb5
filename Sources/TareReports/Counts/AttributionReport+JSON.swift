import TareJSON
import TareTokens

extension AttributionReport {
  /// The report as one JSON object with the first `top` parts, or all.
  public func json(top: Int? = nil) -> String {
    var writer = JSONWriter(style: .indented)
    writer.object { report in
      report.member("schemaVersion", 1)
      report.member("encoding", encoding.name)
      report.member("model", model)
      report.member("basis", basis.name)
      if case .estimated(band: let band) = basis { report.member("bandPerMille", band) }
      report.member("path", path)
      report.member("by", division.rawValue)
      report.array("parts") { parts in
        for row in rows.prefix(top ?? rows.count) { parts.object { write(row, to: &$0) } }
      }
      report.object("total") {
        $0.member("parts", rows.count)
        $0.member("tokens", tokens)
      }
    }
    return writer.text + "\n"
  }

  private func write(_ row: Row, to object: inout JSONWriter) {
    object.member("name", row.name)
    object.member("line", row.line)
    if division == .field { object.member("times", row.occurrences) }
    object.member("tokens", row.tokens)
    if division != .line { object.member("own", row.own) }
  }
}
