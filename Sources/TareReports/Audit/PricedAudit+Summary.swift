import TareAudit
import TareModels
import TarePricing
import TareSavings
import TareText
import TareTokens

extension PricedAudit {
  /// The sums over all files, line by line.
  var summary: [String] {
    let files = counted(report.files.count, "file")
    let sent = "\(counted(report.sent, "token")) (\(countingText))"
    guard report.findingCount > 0 else { return ["No findings in \(files), \(sent)."] + keptBackSummary }
    var lines = ["Found \(counted(report.findingCount, "finding")) in \(files), \(sent)."]
    if report.wasted > 0 {
      lines.append(
        "\(counted(report.wasted, "token")) wasted, \(percentage(report.wasted, of: report.sent)) of what is sent.")
    }
    lines += fixSummary
    lines += priceSummary
    lines += keptBackSummary
    return lines
  }

  /// How the tokens were counted, and what their sum is worth.
  var countingText: String {
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
      return ["[*] \(safe) fixable with --fix, saving \(counted(saved, "token"))\(more.isEmpty ? "" : more)."]
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
    let month = prices.monthWithoutWaste(report.files)
    let plain = change.flatMap { wasteText(-$0.gross.delta, month.map { -$0.gross.delta }, prices) }
    let start = "With \(prices.tag.rate.model) the waste costs \(plain ?? "an unknown sum")"
    let cachedMonth = month?.net?.delta
    guard prices.canCache(report.files), let delta = change?.net?.delta,
      // Where files differ in traffic, a month may save what one request with each of them costs more.
      let money = wasteText(
        delta.magnitude, cachedMonth.flatMap { ($0 > .zero) == (delta > .zero) ? $0.magnitude : nil }, prices)
    else { return start + "." }
    return delta > .zero
      ? "\(start); with the cache, taking it out costs \(money) more, as less is left to be cached."
      : "\(start); with the cache, \(money)."
  }

  /// What the waste costs in 1,000 requests, and in a month where its requests are known.
  private func wasteText(_ perRequest: Money, _ month: Money?, _ prices: AuditPrices) -> String? {
    prices.moneyText(perRequest, inMonthOf: nil).map { thousand in
      let rest = prices.lacksTraffic(report.files) ? " where traffic is stated" : ""
      return month.map { "\(thousand), \($0) a month\(rest)" } ?? thousand
    }
  }

  /// What a month of the waste costs, for reports without other sums; nothing where nobody said how many requests it has.
  var monthSummary: [String] {
    guard let prices, report.wasted > 0, prices.monthWithoutWaste(report.files) != nil else { return [] }
    return [wasteSentence(prices)]
  }
}
