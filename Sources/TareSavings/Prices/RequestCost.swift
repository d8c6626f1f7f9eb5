public import TarePricing

/// Money before and after, exact.
public struct CostDelta: Sendable, Hashable {
  /// The cost before; nothing for what was not there.
  public let before: Money
  /// The cost after; nothing for what is gone.
  public let after: Money
  /// What is paid more now; negative for a saving.
  public let delta: Money

  /// Compares two sums.
  public init(before: Money, after: Money) throws(MoneyOverflow) {
    self.before = before
    self.after = after
    delta = try after - before
  }

  /// The same comparison for `count` times as much.
  func times(_ count: Int) throws(MoneyOverflow) -> CostDelta {
    try CostDelta(before: before * count, after: after * count)
  }

  static func + (left: CostDelta, right: CostDelta) throws(MoneyOverflow) -> CostDelta {
    try CostDelta(before: left.before + right.before, after: left.after + right.after)
  }
}

/// The cost of a number of requests with a prompt, before and after.
public struct RequestCost: Sendable, Hashable {
  /// What is paid: as the model's provider bills repeated prefixes, for the traffic that is stated. `nil` where that has
  /// no known price.
  public let net: CostDelta?
  /// What would be paid without any cache.
  public let gross: CostDelta

  init(net: CostDelta?, gross: CostDelta) {
    (self.net, self.gross) = (net, gross)
  }

  /// The costs of `requests` requests; a side that is not there costs nothing.
  init(before: PromptCosts?, after: PromptCosts?, requests: Int) throws(PricingError) {
    do {
      gross = try CostDelta(before?.gross, after?.gross, requests)
      // What is not there costs nothing, whatever is known; what is there has to have a price.
      let isKnown = (before == nil || before?.net != nil) && (after == nil || after?.net != nil)
      net = isKnown ? try CostDelta(before?.net, after?.net, requests) : nil
    } catch {
      throw .overflow
    }
  }

  /// The costs of `count` times as many requests.
  package func times(_ count: Int) throws(MoneyOverflow) -> RequestCost {
    RequestCost(net: try net?.times(count), gross: try gross.times(count))
  }

  /// The costs of all of `parts`; the net cost is known only where that of each part is.
  package static func sum(of parts: [RequestCost]) throws(MoneyOverflow) -> RequestCost {
    var gross = try CostDelta(before: .zero, after: .zero)
    var net: CostDelta? = gross
    for part in parts {
      gross = try gross + part.gross
      if let sum = net, let next = part.net { net = try sum + next } else { net = nil }
    }
    return RequestCost(net: net, gross: gross)
  }
}

extension CostDelta {
  fileprivate init(_ before: PromptBill?, _ after: PromptBill?, _ requests: Int) throws(MoneyOverflow) {
    try self.init(before: before?.cost(of: requests) ?? .zero, after: after?.cost(of: requests) ?? .zero)
  }
}
