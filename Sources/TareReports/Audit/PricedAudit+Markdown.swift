import TareAudit
import TareText

extension PricedAudit {
  /// The report as a comment on a pull request: a headline, a table of the dearest findings, the rest folded.
  ///
  /// It begins with an HTML comment by which a later run finds the comment it is to replace, and stays below 60,000
  /// bytes, for GitHub takes 65,536 characters: rows that do not fit are counted, not cut.
  public var markdown: String { AuditComment(self).text }
}

/// The parts of a comment, from top to bottom.
private struct AuditComment {
  private let audit: PricedAudit
  private let rows: [String]

  private static let rowLimit = 10
  /// The most bytes of all rows together; what stands around them is far less than what this leaves of 60,000.
  private static let rowByteLimit = 50_000

  init(_ audit: PricedAudit) {
    self.audit = audit
    rows = Self.ranked(audit).map { Self.row($0.finding, in: $0.file, of: audit) }
  }

  var text: String {
    var blocks = ["<!-- tare-lint -->", "### \(headline)"]
    if !rows.isEmpty { blocks += tables }
    blocks.append(audit.summary.dropFirst().map { "- \(markdownText($0))" }.joined(separator: "\n"))
    return blocks.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private var headline: String {
    let report = audit.report
    let size = "\(counted(report.files.count, "prompt")), \(counted(report.sent, "token"))"
    guard report.findingCount > 0 else { return "tare: nothing found in \(size)" }
    let wasted = report.wasted > 0 ? ", \(counted(report.wasted, "token")) wasted" : ""
    return "tare: \(counted(report.findingCount, "finding"))\(wasted) in \(size)"
  }

  /// Errors first, then what costs most; of equals what stands first.
  private static func ranked(_ audit: PricedAudit) -> [(file: FileAudit, finding: Finding)] {
    let all = audit.report.files.flatMap { file in file.findings.map { (file: file, finding: $0) } }
    return all.enumerated().sorted { left, right in
      let (first, second) = (left.element.finding, right.element.finding)
      if first.severity != second.severity { return first.severity > second.severity }
      return first.tokens != second.tokens ? first.tokens > second.tokens : left.offset < right.offset
    }.map(\.element)
  }

  private static func row(_ finding: Finding, in file: FileAudit, of audit: PricedAudit) -> String {
    let line = file.source.location(of: finding.range.start).line
    let fix = finding.fix.map { $0.safety == .safe ? "safe" : "unsafe" } ?? ""
    var cells = [
      "\(markdownCode(file.path)):\(line)", "\(finding.code) \(finding.name)",
      markdownText(finding.message.description),
      finding.tokens > 0 ? "\(finding.tokens.grouped) \(finding.cost.kindName)" : "",
    ]
    if let prices = audit.prices {
      cells.append(
        audit.moneyPerRequest(finding, in: file).flatMap { prices.times($0, AuditPrices.shownRequests) }
          .map { markdownText("\($0)") } ?? "")
    }
    return "| " + (cells + [fix]).joined(separator: " | ") + " |"
  }

  private var head: [String] {
    let money = audit.prices == nil ? ("", "") : (" per 1,000 |", "--:|")
    return ["| place | rule | finding | tokens |\(money.0) fix |", "|:--|:--|:--|--:|\(money.1):--|"]
  }

  private var tables: [String] {
    var blocks = [(head + rows.prefix(Self.rowLimit)).joined(separator: "\n")]
    var size = rows.prefix(Self.rowLimit).reduce(0) { $0 + $1.utf8.count + 1 }
    let more = rows.dropFirst(Self.rowLimit)
    let fitting = more.prefix { row in
      size += row.utf8.count + 1
      return size <= Self.rowByteLimit
    }
    if !fitting.isEmpty {
      let table = (head + fitting).joined(separator: "\n")
      blocks.append("<details><summary>\(counted(fitting.count, "more finding"))</summary>\n\n\(table)\n\n</details>")
    }
    let dropped = more.count - fitting.count
    if dropped > 0 { blocks.append("\(counted(dropped, "more finding")) not shown; the JSON report has all.") }
    return blocks
  }
}
