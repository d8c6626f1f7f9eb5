public import TarePricing

/// The cost of a number of requests with some prompts.
public struct InputCost: Sendable, Hashable {
  /// As the model's provider bills them, with its cache; `nil` where that has no known price.
  public let net: Money?
  /// Without any cache.
  public let gross: Money
}

/// The costs of some prompts, to which prompts come and from which they go.
struct HistoryCosts: Sendable, Hashable {
  private(set) var perThousand = InputCost(net: .zero, gross: .zero)
  private(set) var perMonth = InputCost(net: .zero, gross: .zero)
  private var thousand = CostSum()
  private var month = CostSum()

  /// Adds the requests with one prompt, or takes them away.
  mutating func change(by sign: Int, _ costs: PromptCosts, _ traffic: TrafficProfile) throws(PricingError) {
    do {
      try thousand.change(by: sign, costs, requests: 1_000)
      try month.change(by: sign, costs, requests: traffic.requestsPerMonth ?? 0)
    } catch {
      throw .overflow
    }
    (perThousand, perMonth) = (thousand.cost, month.cost)
  }
}

/// One sum of costs.
private struct CostSum: Sendable, Hashable {
  private var net = Money.zero
  private var gross = Money.zero
  /// How many prompts have no known price with the cache.
  private var withoutNet = 0

  var cost: InputCost { InputCost(net: withoutNet == 0 ? net : nil, gross: gross) }

  mutating func change(by sign: Int, _ costs: PromptCosts, requests: Int) throws(MoneyOverflow) {
    gross = try gross + costs.gross.cost(of: requests) * sign
    guard let bill = costs.net else { return withoutNet += sign }
    net = try net + bill.cost(of: requests) * sign
  }
}
