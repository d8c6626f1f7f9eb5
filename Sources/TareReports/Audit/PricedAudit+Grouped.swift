import TareAudit
import TareText

extension PricedAudit {
  /// The findings below the name of their file, places and codes in columns, and the sums at the end.
  public func grouped(_ style: TextStyle = .plain, showsSums: Bool = true) -> String {
    let groups = report.files.filter { !$0.findings.isEmpty }.map { group($0, style) }
    let sums = showsSums ? summary : []
    return (groups.flatMap { $0 + [""] } + sums).map { $0 + "\n" }.joined()
  }

  private func group(_ file: FileAudit, _ style: TextStyle) -> [String] {
    let places = file.findings.map { "\(file.source.location(of: $0.range.start))" }
    let width = places.map(\.utf8.count).max() ?? 0
    let rows = zip(file.findings, places).map { finding, place in
      let padding = String(repeating: " ", count: width - place.utf8.count)
      return "  \(padding)\(style(place, .gutter))  \(statement(finding, in: file, style))"
    }
    let sent = file.isFailure ? "not read" : counted(file.ledger.sent, "token")
    return ["\(style(shownName(file.path), .name)): \(counted(file.findings.count, "finding")), \(sent)"] + rows
  }
}
