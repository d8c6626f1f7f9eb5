public import TarePricing

/// All prompts of a history as one commit leaves them.
public struct HistoryTotal: Sendable, Hashable {
  /// The paths of the prompts that could not be read, in order; no number here holds anything of them.
  public private(set) var unreadable: [String] = []
  /// How many could be read.
  public private(set) var promptCount = 0
  /// Their tokens.
  public private(set) var tokens = 0
  /// Those of their tokens that are the same in every request.
  public private(set) var stableTokens = 0
  /// The input cost of one request with each of them; `nil` without a price.
  private var request: InputCost?
  /// How many of them have no price with the cache.
  private var withoutNetPrice = 0

  private let price: PriceTag?

  /// No prompts.
  init(price: PriceTag?) {
    self.price = price
    request = price == nil ? nil : InputCost(gross: .zero, net: .zero)
  }

  /// How much there is: `gone` is no prompt at all, and `unreadable` prompts of which none could be read.
  public var state: State {
    if promptCount > 0 { return .present }
    return unreadable.isEmpty ? .gone : .unreadable
  }

  /// Whether anything is there to be counted.
  public enum State: String, Sendable, Hashable {
    case present
    case gone
    case unreadable
  }

  /// The input cost of `requests` requests with each prompt; `nil` without a price, and where no prompt could be read.
  ///
  /// - Throws: ``PricingError`` when it cannot be held.
  func cost(of requests: Int) throws(PricingError) -> InputCost? {
    do {
      guard let request, state != .unreadable else { return nil }
      let net = withoutNetPrice == 0 ? request.net : nil
      return InputCost(
        gross: try request.gross * requests,
        net: try net.map { cost throws(MoneyOverflow) in try cost * requests })
    } catch {
      throw .overflow
    }
  }

  mutating func add(_ version: PromptVersion?, at path: String) throws(PricingError) {
    try change(by: 1, version, at: path)
  }

  mutating func remove(_ version: PromptVersion?, at path: String) throws(PricingError) {
    try change(by: -1, version, at: path)
  }

  private mutating func change(by sign: Int, _ version: PromptVersion?, at path: String) throws(PricingError) {
    switch version {
    case nil: return
    case .unreadable?:
      let place = unreadable.firstIndex { !($0 < path) } ?? unreadable.endIndex
      if sign > 0 { unreadable.insert(path, at: place) } else { unreadable.removeAll { $0 == path } }
    case .counted(let size)?:
      promptCount += sign
      tokens += sign * size.total
      stableTokens += sign * size.stable
      try changeCost(by: sign, size)
    }
  }

  private mutating func changeCost(by sign: Int, _ size: PromptSize) throws(PricingError) {
    guard let price, let sum = request else { return }
    let cost = try price.change(from: .nothing, to: size)
    if cost.net == nil { withoutNetPrice += sign }
    do {
      request = InputCost(
        gross: try sum.gross + cost.gross.after * sign,
        net: try (sum.net ?? .zero) + (cost.net?.after ?? .zero) * sign)
    } catch {
      throw .overflow
    }
  }
}

/// The input cost of a number of requests.
public struct InputCost: Sendable, Hashable {
  /// No token is read from a cache.
  public let gross: Money
  /// The stable prefix of each prompt is read from the cache; `nil` where the price of that is not known.
  public let net: Money?
}
