import TareJSON
import TareText

extension FileAudit {
  /// The audit that ``writeCached(to:)`` wrote; `nil` where that is damaged or does not fit the text.
  init?(cached value: JSONValue, path: String, source: SourceText) {
    guard let ledger = value["ledger"].flatMap(Ledger.init(cached:)), let written = value["findings"] else {
      return nil
    }
    let findings = written.elements.compactMap { Finding(cached: $0, in: source) }
    guard findings.count == written.elements.count else { return nil }
    self.init(path: path, source: source, findings: findings, ledger: ledger, isFailure: false)
  }

  /// Adds what cannot be read from the file again as members of an object.
  func writeCached(to object: inout JSONWriter) {
    object.array("ledger") { ledger.writeCached(to: &$0) }
    object.array("findings") { array in
      for finding in findings { array.object { finding.writeCached(to: &$0) } }
    }
  }
}
