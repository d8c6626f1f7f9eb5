import TareAudit
import TarePricing
import TareSavings
import TareText

extension PricedAudit {
  /// The report as one self-contained page: sums, findings by rule, where the tokens are, and each finding with its line
  /// and what a fix would make of it.
  ///
  /// - Complexity: reads each file's text anew, for the map.
  public func html(toolVersion: String) -> String { AuditPage(self, toolVersion).text }
}

/// The parts of the page, from top to bottom.
private struct AuditPage {
  private let audit: PricedAudit
  private let toolVersion: String

  init(_ audit: PricedAudit, _ toolVersion: String) {
    self.audit = audit
    self.toolVersion = toolVersion
  }

  private var report: AuditReport { audit.report }

  var text: String {
    HTMLPage(title: "tare lint").text { body in
      writeHead(to: &body)
      writeRules(to: &body)
      writeMap(to: &body)
      writeFindings(to: &body)
      writeFoot(to: &body)
    }
  }

  private func writeHead(to body: inout MarkupWriter) {
    let files = counted(report.files.count, "file")
    body.block("header") { header in
      header.line("h1", "Prompt audit")
      header.line("p", [("class", "soft")], "\(files), \(counted(report.sent, "token")) (\(audit.countingText))")
      header.block("ul", [("class", "tiles")]) { tiles in
        for (figure, words) in figures {
          tiles.line("li") {
            $0.inline("b", figure)
            $0.write(words)
          }
        }
      }
    }
  }

  private var figures: [(String, String)] {
    let clean = report.files.count { $0.findings.isEmpty }
    let share = percentage(report.wasted, of: report.sent)
    let saved = report.files.reduce(0) { $0 + $1.ledger.safelyFixable }
    return [
      (report.findingCount.grouped, report.findingCount == 1 ? "finding" : "findings"),
      (report.wasted.grouped, "tokens wasted, \(share) of what is sent"),
      (report.safelyFixableCount.grouped, "fixable with --fix, saving \(counted(saved, "token"))"),
      (clean.grouped, "of \(counted(report.files.count, "file")) clean"),
    ] + price
  }

  /// What the waste costs without a cache; with one, the foot of the page says.
  private var price: [(String, String)] {
    guard let prices = audit.prices, report.wasted > 0,
      let change = prices.withoutWaste(report.files),
      let money = prices.times(-change.gross.delta, AuditPrices.shownRequests)
    else { return [] }
    return [("\(money)", "is the waste in 1,000 requests, \(prices.tag.rate.model)")]
  }

  // MARK: Rules

  private func writeRules(to body: inout MarkupWriter) {
    guard report.findingCount > 0 else { return }
    let findings = Dictionary(grouping: report.files.flatMap(\.findings), by: \.code)
    body.line("h2", "Findings by rule")
    body.block("table", [("class", "rules")]) { table in
      table.block("tr") { head in
        head.line("th", "rule")
        head.line("th", "what it finds")
        head.line("th", [("class", "number")], "findings")
        head.line("th", [("class", "number")], "tokens")
      }
      for code in findings.keys.sorted() { write(findings[code] ?? [], to: &table) }
    }
  }

  private func write(_ findings: [Finding], to table: inout MarkupWriter) {
    guard let first = findings.first else { return }
    let tokens = findings.reduce(0) { $0 + $1.tokens }
    let page = report.pages.first { $0.code == first.code }
    table.block("tr", [("class", first.severity.rawValue)]) { row in
      row.line("td") {
        $0.inline("span", [("class", "rule")], first.code)
        $0.write(" \(first.name)")
      }
      row.line("td", page?.summary ?? "")
      row.line("td", [("class", "number")], findings.count.grouped)
      row.line("td", [("class", "number")], tokens > 0 ? "\(tokens.grouped) \(first.cost.kindName)" : "")
    }
  }

  // MARK: Map

  private func writeMap(to body: inout MarkupWriter) {
    let map = report.tokenMap
    guard map.fileCount > 0 else { return }
    body.line("h2", "Where the tokens are")
    MapReport(map, price: audit.prices?.tag).write(to: &body)
  }

  // MARK: Findings

  private func writeFindings(to body: inout MarkupWriter) {
    guard report.findingCount > 0 else { return }
    body.line("h2", "Findings")
    for file in report.files where !file.findings.isEmpty {
      body.block("details", [("class", "prompt"), ("open", "")]) { prompt in
        prompt.line("summary") {
          $0.inline("code", file.path)
          let size = file.isFailure ? "not read" : counted(file.ledger.sent, "token")
          $0.inline("span", [("class", "soft")], " \(counted(file.findings.count, "finding")), \(size)")
        }
        let secrets = file.secrets
        for finding in file.findings { write(finding, in: file, hiding: secrets, to: &prompt) }
      }
    }
  }

  private func write(
    _ finding: Finding, in file: FileAudit, hiding secrets: [SourceRange], to prompt: inout MarkupWriter
  ) {
    prompt.block("div", [("class", "finding \(finding.severity.rawValue)")]) { element in
      element.line("div") {
        $0.inline("span", [("class", "rule")], "\(finding.code) \(finding.name)")
        $0.write(": \(finding.message)")
        $0.inline("span", [("class", "cost")], audit.costText(finding, in: file))
      }
      if file.showsSource(of: finding) {
        write(SourceExcerpt(finding.range, in: file.source, hiding: secrets), to: &element)
      }
      guard let fix = finding.fix else { return }
      let note = fix.safety == .unsafe ? " (unsafe: read it first)" : ""
      element.line("div", [("class", "soft")], "Help: \(fix.message)\(note)")
      write(FixExcerpt(fix, in: file.source), to: &element)
    }
  }

  private func write(_ excerpt: SourceExcerpt, to element: inout MarkupWriter) {
    element.line("pre") {
      $0.inline("span", [("class", "at")], "\(excerpt.line)  ")
      $0.write(excerpt.before)
      $0.inline("mark", excerpt.marked.isEmpty ? " " : excerpt.marked)
      $0.write(excerpt.behind)
    }
  }

  private func write(_ excerpt: FixExcerpt, to element: inout MarkupWriter) {
    guard !excerpt.lines.isEmpty else { return }
    element.line("pre") { pre in
      for line in excerpt.lines {
        pre.inline(line.isAdded ? "ins" : "del") {
          $0.inline("span", [("class", "at")], "\(line.number) \(line.isAdded ? "+" : "-") ")
          $0.write(line.text)
        }
      }
      if let more = excerpt.moreText { pre.inline("span", [("class", "soft")], more) }
    }
  }

  private func writeFoot(to body: inout MarkupWriter) {
    body.block("footer") { footer in
      for line in audit.summary.dropFirst() { footer.line("p", line) }
      footer.line("p", "tare \(toolVersion)")
    }
  }
}
