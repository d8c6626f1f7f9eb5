import TareJSON
import TareTokens

extension CountReport {
  /// The report as one JSON object, its members always in the same order.
  public var json: String {
    var writer = JSONWriter(style: .indented)
    writer.object { report in
      report.member("schemaVersion", 1)
      report.member("encoding", encoding.name)
      report.member("model", model)
      report.member("basis", basis.name)
      if case .estimated(band: let band) = basis { report.member("bandPerMille", band) }
      report.member("normalForm", normalForm)
      report.array("files") { files in
        for row in rows {
          files.object {
            $0.member("path", row.path)
            write(row, to: &$0)
          }
        }
      }
      report.object("total") {
        $0.member("files", rows.count)
        write(total, to: &$0)
      }
    }
    return writer.text + "\n"
  }

  private func write(_ row: Row, to object: inout JSONWriter) {
    object.member("bytes", row.bytes)
    object.member("tokens", row.tokens)
    guard let normalized = row.normalizedTokens else { return }
    object.member("normalizedTokens", normalized)
    object.member("savedByNormalizing", row.tokens - normalized)
  }
}
