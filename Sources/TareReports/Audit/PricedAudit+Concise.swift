import TareAudit
import TareText

extension PricedAudit {
  /// One line for each finding, as compilers write them and editors read them, and the sums at the end.
  public func concise(_ style: TextStyle = .plain, showsSums: Bool = true) -> String {
    let lines = report.files.flatMap { file in file.findings.map { headline($0, in: file, style) } }
    return (lines + (showsSums ? summary : [])).map { $0 + "\n" }.joined()
  }

  /// Place, code, whether `--fix` mends it, message and cost of a finding.
  func headline(_ finding: Finding, in file: FileAudit, _ style: TextStyle) -> String {
    let location = file.source.location(of: finding.range.start)
    return "\(style(shownName(file.path), .name)):\(location): \(statement(finding, in: file, style))"
  }

  /// The same without the place.
  func statement(_ finding: Finding, in file: FileAudit, _ style: TextStyle) -> String {
    let mark = isFixable(finding) ? "\(style("[*]", .hint)) " : ""
    let message = shownName(finding.message.description)
    return "\(style(finding.code, finding.severity.role)) \(mark)\(message)\(costText(finding, in: file))"
  }
}

extension Severity {
  /// How a finding of this severity is coloured.
  var role: TextStyle.Role {
    switch self {
    case .info: .info
    case .warning: .warning
    case .error: .error
    }
  }
}
