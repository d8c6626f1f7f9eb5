import TareAudit
import TareJSON
import TareReports
import TareText

extension LanguageServer {
  /// Each finding as a `Diagnostic`, written out.
  func diagnostics(of inspection: Inspection, in document: OpenDocument) -> [[UInt8]] {
    inspection.audit.findings.map { diagnostic($0, inspection, document) }
  }

  func diagnostic(_ finding: Finding, _ inspection: Inspection, _ document: OpenDocument) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { object in
      client.encoding.write(finding.range, in: document.source, "range", to: &object)
      object.member("severity", finding.severity.protocolNumber)
      object.member("code", finding.code)
      object.member("source", "tare")
      object.member("message", inspection.report.sentence(about: finding, in: inspection.audit))
    }
    return writer.bytes
  }

  /// What is wrong with a file of settings, shown from there to the end of the line.
  func diagnostic(_ problem: SettingProblem, _ document: OpenDocument) -> [UInt8] {
    let range = problem.location.map { document.source.rest(from: $0) } ?? SourceRange(0, 0)
    var writer = JSONWriter()
    writer.object { object in
      client.encoding.write(range, in: document.source, "range", to: &object)
      object.member("severity", Severity.error.protocolNumber)
      object.member("source", "tare")
      object.member("message", problem.reason)
    }
    return writer.bytes
  }

  mutating func publish(_ diagnostics: [[UInt8]], uri: String, version: Int?) {
    say(
      Replies.notification("textDocument/publishDiagnostics") { parameters in
        parameters.object { object in
          object.member("uri", uri)
          if let version { object.member("version", version) }
          object.array("diagnostics") { array in for diagnostic in diagnostics { array.raw(diagnostic[...]) } }
        }
      })
  }

  /// The answer to `textDocument/diagnostic`.
  mutating func pulledDiagnostics(_ parameters: JSONValue?) throws(ResponseError) -> (inout JSONWriter) -> Void {
    let document = try document(parameters)
    let items = diagnostics(of: document)
    return { writer in
      writer.object { object in
        object.member("kind", "full")
        object.array("items") { array in for item in items { array.raw(item[...]) } }
      }
    }
  }
}

extension SourceText {
  /// The line of a place, from there on.
  fileprivate func rest(from location: SourceLocation) -> SourceRange {
    guard (1...lineCount).contains(location.line) else { return SourceRange(utf8.count, utf8.count) }
    let line = lineContentRange(location.line - 1)
    let start = PositionEncoding.utf32.offset(line: location.line - 1, character: location.column - 1, in: self)
    return SourceRange(min(start, line.end), line.end)
  }
}

extension Severity {
  /// The protocol's `DiagnosticSeverity`.
  fileprivate var protocolNumber: Int {
    switch self {
    case .error: 1
    case .warning: 2
    case .info: 3
    }
  }
}
