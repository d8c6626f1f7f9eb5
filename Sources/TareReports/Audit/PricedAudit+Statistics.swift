import TareAudit
import TareJSON
import TareText

extension PricedAudit {
  /// How often each rule found something, the most frequent first: number, tokens, how many `--fix` would mend, code,
  /// name. Tokens of different kinds are never added up, and those of one rule are of one kind. Where traffic was stated,
  /// what a month of all waste costs stands below.
  public var statistics: String {
    let rows = ruleCounts.map { row in
      [row.findings.grouped, row.tokens.grouped, row.fixable.grouped, row.code, row.name]
    }
    guard !rows.isEmpty else { return "" }
    let table = aligned([["findings", "tokens", "fixable", "code", "rule"]] + rows, left: [3, 4])
    return (table + monthSummary).map { $0 + "\n" }.joined()
  }

  /// The same as a JSON array.
  public var statisticsJSON: String {
    var writer = JSONWriter(style: .indented)
    writer.array { array in
      for row in ruleCounts {
        array.object {
          $0.member("code", row.code)
          $0.member("name", row.name)
          $0.member("count", row.findings)
          $0.member("tokens", row.tokens)
          $0.member("fixable", row.fixable)
        }
      }
    }
    return writer.text + "\n"
  }

  private struct RuleCount {
    let code: String
    let name: String
    var findings = 0
    var tokens = 0
    var fixable = 0
  }

  private var ruleCounts: [RuleCount] {
    var counts: [String: RuleCount] = [:]
    for finding in report.files.flatMap(\.findings) {
      var count = counts[finding.code] ?? RuleCount(code: finding.code, name: finding.name)
      count.findings += 1
      count.tokens += finding.tokens
      count.fixable += isFixable(finding) ? 1 : 0
      counts[finding.code] = count
    }
    return counts.values.sorted { ($1.findings, $0.code) < ($0.findings, $1.code) }
  }
}
