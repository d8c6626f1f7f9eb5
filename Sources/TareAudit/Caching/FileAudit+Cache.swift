import TareJSON
import TareText

extension FileAudit {
  /// The audit that ``writeCached(to:)`` wrote; `nil` where that is damaged or does not fit the text.
  init?(cached value: JSONValue, path: String, source: SourceText) {
    guard let ledger = value["ledger"].flatMap(Ledger.init(cached:)), let written = value["findings"] else {
      return nil
    }
    let findings = written.elements.compactMap { Finding(cached: $0, in: source) }
    guard findings.count == written.elements.count,
      let summary = value["summary"].flatMap({ PromptSummary(cached: $0, path: path) })
    else { return nil }
    let suppressed = (value["suppressed"]?.elements ?? []).compactMap { SuppressedFinding(cached: $0, in: source) }
    guard suppressed.count == value["suppressed"]?.elements.count ?? 0 else { return nil }
    self.init(path: path, source: source, findings: findings, ledger: ledger, isFailure: false, summary: summary)
    self.suppressed = suppressed
    suppressionTokens = value["comments"]?.integer ?? 0
  }

  /// Adds what cannot be read from the file again as members of an object; what is known is not kept, since it stands
  /// in another file.
  func writeCached(to object: inout JSONWriter) {
    if let summary { object.object("summary") { summary.writeCached(to: &$0) } }
    object.array("ledger") { ledger.writeCached(to: &$0) }
    object.array("findings") { array in
      for finding in findings { array.object { finding.writeCached(to: &$0) } }
    }
    guard !suppressed.isEmpty || suppressionTokens > 0 else { return }
    object.member("comments", suppressionTokens)
    object.array("suppressed") { array in
      for finding in suppressed { array.object { finding.writeCached(to: &$0) } }
    }
  }
}

extension SuppressedFinding {
  fileprivate init?(cached value: JSONValue, in source: SourceText) {
    guard let finding = Finding(cached: value, in: source) else { return nil }
    self.init(finding: finding, reason: value["reason"]?.string)
  }

  fileprivate func writeCached(to object: inout JSONWriter) {
    finding.writeCached(to: &object)
    if let reason { object.member("reason", reason) }
  }
}
