import TareAudit
import TarePricing
import TareText

extension PricedAudit {
  /// What a finding costs, in parentheses behind its message: tokens and, where a model was named, money.
  func costText(_ finding: Finding, in file: FileAudit) -> String {
    guard let tokens = tokenText(finding.cost) else { return "" }
    guard let prices, let money = prices.perRequest(finding.cost, in: file.ledger) else { return " (\(tokens))" }
    // What a cache would have saved depends on how often requests hit it: always is the upper end.
    let bound = if case .uncached = finding.cost { "up to " } else { "" }
    return " (\(tokens)"
      + (prices.moneyText(money, inMonthOf: prices.requestsPerMonth(of: file.path)).map { ", \(bound)\($0)" } ?? "")
      + ")"
  }

  private func tokenText(_ cost: Finding.Cost) -> String? {
    switch cost {
    case .none: nil
    case .wasted(let tokens): counted(tokens, "token")
    case .uncached(let tokens): "\(counted(tokens, "token")) uncached"
    case .over(let tokens): "\(counted(tokens, "token")) over"
    case .held(let tokens): "\(counted(tokens, "token")) held"
    }
  }

  /// What the tokens of a finding cost in one request with the file, where that has a price.
  func moneyPerRequest(_ finding: Finding, in file: FileAudit) -> Money? {
    prices.flatMap { $0.perRequest(finding.cost, in: file.ledger) }
  }
}

extension AuditPrices {
  /// The money for 1,000 requests, and for a month of that many.
  func moneyText(_ perRequest: Money, inMonthOf requests: Int?) -> String? {
    guard let shown = times(perRequest, Self.shownRequests) else { return nil }
    let thousand = "\(shown) per 1,000 requests"
    guard let requests, let month = times(perRequest, requests) else { return thousand }
    return "\(thousand), \(month) a month"
  }
}
