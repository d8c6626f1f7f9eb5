import TareAudit
import TareModels
import TarePricing
import TareSavings
import TareText
import TareTokens

extension PricedAudit {
  /// The report for people: each finding with its line and a caret below, and the sums at the end.
  public var text: String { findingsText + summary.map { $0 + "\n" }.joined() }

  /// The findings without the sums.
  public var findingsText: String {
    report.files.flatMap { file in file.findings.flatMap { text(of: $0, in: file) + [""] } }
      .map { $0 + "\n" }.joined()
  }

  private func text(of finding: Finding, in file: FileAudit) -> [String] {
    let location = file.source.location(of: finding.range.start)
    let mark = isFixable(finding) ? "[*] " : ""
    let path = shownName(file.path)
    var lines = [
      "\(path):\(location): \(finding.code) \(mark)\(shownName(finding.message.description))\(costText(finding.cost, in: file))"
    ]
    if !file.isFailure || finding.code == RulePage.parseError.code {
      lines += SourceExcerpt(finding.range, in: file.source).lines
    }
    if let fix = finding.fix {
      let note = fix.safety == .unsafe ? " (unsafe: read it first)" : ""
      lines.append("  = help: \(fix.message)\(note)")
    }
    return lines
  }

  private func costText(_ cost: Finding.Cost, in file: FileAudit) -> String {
    let tokens: String? =
      switch cost {
      case .none: nil
      case .wasted(let tokens): count(tokens, "token")
      case .uncached(let tokens): "\(count(tokens, "token")) uncached"
      case .over(let tokens): "\(count(tokens, "token")) over"
      case .held(let tokens): "\(count(tokens, "token")) held"
      }
    guard let tokens else { return "" }
    guard let prices, let money = prices.perRequest(cost, in: file.ledger) else { return " (\(tokens))" }
    // What a cache would have saved depends on how often requests hit it: always is the upper end.
    let bound = if case .uncached = cost { "up to " } else { "" }
    return " (\(tokens)" + (prices.moneyText(money).map { ", \(bound)\($0)" } ?? "") + ")"
  }

  // MARK: Sums

  private var summary: [String] {
    let files = count(report.files.count, "file")
    let sent = "\(count(report.sent, "token")) (\(countingText))"
    guard report.findingCount > 0 else { return ["No findings in \(files), \(sent)."] }
    var lines = ["Found \(count(report.findingCount, "finding")) in \(files), \(sent)."]
    if report.wasted > 0 {
      lines.append("\(count(report.wasted, "token")) wasted, \(share(report.wasted, of: report.sent)) of what is sent.")
    }
    lines += fixSummary
    lines += priceSummary
    return lines
  }

  /// How the tokens were counted, and what their sum is worth.
  private var countingText: String {
    switch report.basis {
    case .exact where report.counting.installedFrom == nil: report.counting.encoding.name
    case .estimated: "\(report.basis) from \(report.counting.encoding.name)"
    default: "\(report.counting)"
    }
  }

  private var fixSummary: [String] {
    let saved = report.files.reduce(0) { $0 + $1.ledger.safelyFixable }
    let safe = report.safelyFixableCount
    let unsafe = report.unsafelyFixableCount
    let more = unsafe > 0 ? "\(safe > 0 ? " " : "")(\(unsafe)\(safe > 0 ? " more" : "") with --unsafe-fixes)" : ""
    if safe > 0 {
      return ["[*] \(safe) fixable with --fix, saving \(count(saved, "token"))\(more.isEmpty ? "" : more)."]
    }
    return unsafe > 0 ? ["\(unsafe) fixable with --unsafe-fixes."] : []
  }

  /// The waste at the input price and, since a cached prefix hides nine tenths of it, with the cache too.
  private var priceSummary: [String] {
    guard let prices, report.files.contains(where: { $0.findings.contains { $0.tokens > 0 } }) else { return [] }
    let basis =
      "Prices of \(prices.tag.date); tokens \(report.counting.estimate == nil ? "\(report.counting)" : countingText)."
    return report.wasted > 0 ? [wasteSentence(prices), basis] : [basis]
  }

  private func wasteSentence(_ prices: AuditPrices) -> String {
    let change = prices.withoutWaste(report.files)
    let plain = change.flatMap { prices.moneyText(-$0.uncached.delta) } ?? "an unknown sum"
    let start = "With \(prices.tag.rate.model) the waste costs \(plain)"
    guard prices.canCache(report.files), let delta = change?.cached?.delta,
      let money = prices.moneyText(delta.magnitude)
    else { return start + "." }
    return delta > .zero
      ? "\(start); with the cache, taking it out costs \(money) more, as too little is left to be cached."
      : "\(start); with the cache, \(money)."
  }

  private func share(_ part: Int, of whole: Int) -> String {
    let perMille = whole > 0 ? (part * 1_000 + whole / 2) / whole : 0
    return "\(perMille / 10).\(perMille % 10)%"
  }

  private func count(_ number: Int, _ noun: String) -> String { "\(number.grouped) \(noun)\(number == 1 ? "" : "s")" }
}

extension AuditPrices {
  /// The money for 1,000 requests, and for a month where its requests are known.
  func moneyText(_ perRequest: Money) -> String? {
    guard let shown = times(perRequest, Self.shownRequests) else { return nil }
    let thousand = "\(shown) per 1,000 requests"
    guard let requestsPerMonth, let month = times(perRequest, requestsPerMonth) else { return thousand }
    return "\(thousand), \(month) a month"
  }
}
