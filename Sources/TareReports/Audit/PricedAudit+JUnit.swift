import TareAudit
import TareText

extension PricedAudit {
  /// The findings as JUnit's XML: a suite for each file, a failed case for each finding, a passed one for a clean file,
  /// an error for one that could not be read.
  ///
  /// Only what the schema of Jenkins' xUnit plugin (junit-10.xsd) and those it was made from have in common is written;
  /// there is no time in it, so that the same findings are the same bytes.
  public var jUnit: String {
    var markup = MarkupWriter()
    markup.raw(#"<?xml version="1.0" encoding="UTF-8"?>"#)
    markup.block("testsuites", [("name", "tare")] + counts(report.files)) { suites in
      for file in report.files { write(file, to: &suites) }
    }
    return markup.text
  }

  private func counts(_ files: [FileAudit]) -> [(String, String)] {
    let failures = files.filter { !$0.isFailure }.reduce(0) { $0 + $1.findings.count }
    let errors = files.filter(\.isFailure).reduce(0) { $0 + $1.findings.count }
    let tests = files.reduce(0) { $0 + max(1, $1.findings.count) }
    return [("tests", "\(tests)"), ("failures", "\(failures)"), ("errors", "\(errors)")]
  }

  private func write(_ file: FileAudit, to suites: inout MarkupWriter) {
    suites.block("testsuite", [("name", file.path)] + counts([file])) { suite in
      if file.findings.isEmpty { suite.empty("testcase", [("name", "no findings"), ("classname", file.path)]) }
      for finding in file.findings { write(finding, in: file, to: &suite) }
    }
  }

  private func write(_ finding: Finding, in file: FileAudit, to suite: inout MarkupWriter) {
    let location = file.source.location(of: finding.range.start)
    let name = "\(finding.code) \(finding.name) \(location)"
    let message = "\(finding.message)\(costText(finding, in: file))"
    suite.block("testcase", [("name", name), ("classname", file.path)]) { test in
      test.line(file.isFailure ? "error" : "failure", [("type", finding.severity.rawValue), ("message", message)]) {
        $0.write("\(shownName(file.path)):\(location): \(statement(finding, in: file, .plain))")
      }
    }
  }
}
