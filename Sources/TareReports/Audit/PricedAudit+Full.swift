import TareAudit
import TareText

extension PricedAudit {
  /// The report for people: each finding with its line, a caret below and what a fix would make of it, and the sums at
  /// the end.
  public func full(_ style: TextStyle = .plain, showsSums: Bool = true) -> String {
    let findings = report.files.flatMap { file in
      let secrets = file.secrets
      return file.findings.flatMap { lines(of: $0, in: file, hiding: secrets, style) + [""] }
    }
    return (findings + (showsSums ? summary : [])).map { $0 + "\n" }.joined()
  }

  private func lines(
    of finding: Finding, in file: FileAudit, hiding secrets: [SourceRange], _ style: TextStyle
  ) -> [String] {
    var lines = [headline(finding, in: file, style)]
    if file.showsSource(of: finding) {
      lines += SourceExcerpt(finding.range, in: file.source, hiding: secrets)
        .lines(style, caret: finding.severity.role)
    }
    guard let fix = finding.fix else { return lines }
    let note = fix.safety == .unsafe ? " (unsafe: read it first)" : ""
    lines.append("  \(style("= help:", .hint)) \(fix.message)\(note)")
    return lines + FixExcerpt(fix, in: file.source).lines(style)
  }
}

extension FileAudit {
  /// Whether the line of a finding is there to be shown: of a file that could not be read, only where it breaks the
  /// rules of its format.
  func showsSource(of finding: Finding) -> Bool { !isFailure || finding.code == RulePage.parseError.code }
}
