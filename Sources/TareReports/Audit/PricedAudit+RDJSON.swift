import TareAudit
import TareJSON
import TareText

extension PricedAudit {
  /// The findings as one Reviewdog Diagnostic Format object, with the fixes that are ready as suggestions.
  ///
  /// github.com/reviewdog/reviewdog/tree/master/proto/rdf: columns count from 1 in bytes of UTF-8, ends are exclusive.
  public var rdjson: String {
    var writer = JSONWriter(style: .indented)
    writer.object { result in
      result.object("source") { $0.member("name", "tare") }
      result.array("diagnostics") { array in
        for (file, finding) in findings { array.object { write(finding, in: file, to: &$0) } }
      }
    }
    return writer.text + "\n"
  }

  /// The same diagnostics, one on each line, each with its source.
  public var rdjsonLines: String {
    findings.map { file, finding in
      var writer = JSONWriter()
      writer.object {
        $0.object("source") { $0.member("name", "tare") }
        write(finding, in: file, to: &$0)
      }
      return writer.text + "\n"
    }.joined()
  }

  private var findings: [(FileAudit, Finding)] { report.files.flatMap { file in file.findings.map { (file, $0) } } }

  private func write(_ finding: Finding, in file: FileAudit, to object: inout JSONWriter) {
    object.member("message", shownName("\(finding.message)\(costText(finding, in: file))"))
    object.object("location") { location in
      location.member("path", file.path)
      write(finding.range, in: file.source, to: &location)
    }
    object.member("severity", finding.severity.rdfName)
    object.object("code") { $0.member("value", finding.code) }
    guard let fix = finding.fix, isFixable(finding) else { return }
    object.array("suggestions") { array in
      for edit in suggestions(of: fix, in: file.source) {
        array.object {
          write(edit.range, in: file.source, to: &$0)
          $0.member("text", String(decoding: edit.replacement, as: UTF8.self))
        }
      }
    }
  }

  /// One suggestion for each edit that makes sense alone; edits that belong together are one over all of them.
  private func suggestions(of fix: Fix, in source: SourceText) -> [Edit] {
    guard !fix.isDivisible, fix.edits.count > 1, let first = fix.edits.first, let last = fix.edits.last else {
      return fix.edits
    }
    var replacement: [UInt8] = []
    var at = first.range.start
    for edit in fix.edits {
      replacement += source.utf8[at..<edit.range.start] + edit.replacement
      at = edit.range.end
    }
    return [Edit(SourceRange(first.range.start, last.range.end), replacement: replacement)]
  }

  private func write(_ range: SourceRange, in source: SourceText, to object: inout JSONWriter) {
    object.object("range") {
      write(range.start, "start", in: source, to: &$0)
      write(range.end, "end", in: source, to: &$0)
    }
  }

  private func write(_ offset: Int, _ name: String, in source: SourceText, to object: inout JSONWriter) {
    let line = source.lineIndex(at: offset)
    object.object(name) {
      $0.member("line", line + 1)
      $0.member("column", offset - source.lineStarts[line] + 1)
    }
  }
}

extension Severity {
  fileprivate var rdfName: String {
    switch self {
    case .info: "INFO"
    case .warning: "WARNING"
    case .error: "ERROR"
    }
  }
}
