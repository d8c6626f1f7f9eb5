package import TareJSON
import TareTokens

extension CountReport {
  /// The report as one JSON object, its members always in the same order.
  public var json: String {
    var writer = JSONWriter(style: .indented)
    writer.object { report in
      report.member("schemaVersion", 1)
      report.member("encoding", provider == nil ? encoding.name : nil)
      if let provider { report.member("provider", provider) }
      report.member("model", model)
      report.member("basis", basis.name)
      if case .estimated(band: let band) = basis { report.member("bandPerMille", band) }
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
    if case .estimated(let band)? = row.basis { object.member("bandPerMille", band) }
    if !normalForms.isEmpty { object.normalizedCounts(of: row, in: normalForms) }
  }
}

extension JSONWriter {
  /// Writes the member `normalized`: what the text of `row` is in each of `forms`.
  package mutating func normalizedCounts(of row: CountReport.Row, in forms: [String]) {
    array("normalized") { list in
      for (form, count) in zip(forms, row.normalized) {
        list.object {
          $0.member("form", form)
          $0.member("bytes", count.bytes)
          $0.member("tokens", count.tokens)
          $0.member("saved", row.tokens - count.tokens)
        }
      }
    }
  }
}
