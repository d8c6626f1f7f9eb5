package import TareAudit
import TarePricing
import TareText

extension PricedAudit {
  /// What a finding says and costs, in one sentence without a place, as editors show it.
  package func sentence(about finding: Finding, in file: FileAudit) -> String {
    finding.message.description + costText(finding, in: file)
  }

  /// What mending a finding saves, such as `saving 12 tokens`.
  package func saving(of finding: Finding, in file: FileAudit) -> String {
    "saving \(price(of: .wasted(finding.tokens), in: file))"
  }

  /// Tokens and, where a model was named, what they cost.
  package func weight(of tokens: Int, in file: FileAudit) -> String { price(of: .held(tokens), in: file) }

  private func price(of cost: Finding.Cost, in file: FileAudit) -> String {
    let tokens = counted(cost.tokens, "token")
    let money = prices.flatMap { prices in
      prices.perRequest(cost, in: file.ledger).flatMap {
        prices.moneyText($0, inMonthOf: prices.requestsPerMonth(of: file.path))
      }
    }
    return money.map { "\(tokens), \($0)" } ?? tokens
  }
}
