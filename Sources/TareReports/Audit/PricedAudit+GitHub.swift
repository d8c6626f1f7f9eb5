import TareAudit
import TareText

extension PricedAudit {
  /// The findings as workflow commands, which GitHub Actions shows beside the lines of a pull request.
  public var gitHub: String {
    var lines: [String] = []
    for file in report.files {
      for finding in file.findings { lines.append(command(finding, in: file)) }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func command(_ finding: Finding, in file: FileAudit) -> String {
    let start = file.source.location(of: finding.range.start)
    let end = file.source.location(of: finding.range.end)
    let properties = [
      ("title", "tare (\(finding.code))"), ("file", file.path), ("line", "\(start.line)"), ("col", "\(start.column)"),
      ("endLine", "\(end.line)"), ("endColumn", "\(end.column)"),
    ].map { "\($0)=\(escaped($1, ":,"))" }.joined(separator: ",")
    let message = "\(file.path):\(start): \(finding.code) \(finding.message)\(costText(finding, in: file))"
    return "::\(level(finding.severity)) \(properties)::\(escaped(message, ""))"
  }

  private func level(_ severity: Severity) -> String {
    switch severity {
    case .info: "notice"
    case .warning: "warning"
    case .error: "error"
    }
  }

  /// What the runner undoes: percent signs and line ends everywhere, colons and commas in properties. All of them are
  /// ASCII, so the bytes of other characters stay together.
  private func escaped(_ text: String, _ more: String) -> String {
    let special = Set("%\(more)".utf8)
    var escaped: [UInt8] = []
    for byte in text.utf8 {
      if byte < 0x20 || special.contains(byte) { escaped += "%\(byte.hexadecimal)".utf8 } else { escaped.append(byte) }
    }
    return String(decoding: escaped, as: UTF8.self)
  }
}
