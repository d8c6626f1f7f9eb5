import TareJSON
import TarePricing
import TareText

extension ImportReport {
  /// Every entry that is no rate with its reason, every member that was not taken with how often and where.
  public var json: String {
    var writer = JSONWriter(style: .indented)
    writer.object { report in
      report.member("schemaVersion", 1)
      report.member("file", name)
      report.member("origin", imported.origin.rawValue)
      report.member("date", imported.catalogue.date.description)
      report.member("entries", imported.entryCount)
      report.member("rates", imported.catalogue.rates.count)
      report.array("free") { list in imported.free.forEach { list.value($0) } }
      report.array("refused") { list in
        for entry in imported.refused {
          list.object {
            $0.member("entry", entry.name)
            $0.member("reason", entry.reason)
          }
        }
      }
      report.array("leftOut") { list in
        for field in imported.leftOut { list.object { write(field, to: &$0) } }
      }
    }
    return writer.text + "\n"
  }

  private func write(_ field: LeftOutField, to object: inout JSONWriter) {
    object.member("field", field.field)
    object.member("kind", field.reason.kind)
    object.member("reason", field.reason.description)
    object.member("count", field.count)
    object.array("examples") { list in field.examples.forEach { list.value($0) } }
  }
}

extension LeftOutField.Reason {
  fileprivate var kind: String {
    switch self {
    case .noPrice: "noPrice"
    case .notHeld: "notHeld"
    case .unusable: "unusable"
    case .unknown: "unknown"
    }
  }
}
