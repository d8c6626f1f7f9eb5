import TarePricing

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
  private var sums: HistoryCosts?
  private let hasMonth: Bool

  /// No prompts.
  ///
  /// - Parameter hasMonth: Whether somebody stated how often one of the prompts is sent.
  init(isPriced: Bool, hasMonth: Bool) {
    sums = isPriced ? HistoryCosts() : nil
    self.hasMonth = hasMonth
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

  /// The cost of a thousand requests with each prompt; `nil` without a price, and where no prompt could be read.
  public var perThousand: InputCost? { state == .unreadable ? nil : sums?.perThousand }

  /// The cost of a month of requests with each prompt whose requests somebody stated; `nil` where nobody did, too.
  public var perMonth: InputCost? { !hasMonth || state == .unreadable ? nil : sums?.perMonth }

  mutating func add(_ version: PromptVersion?, at path: String, _ use: PromptUse) throws(PricingError) {
    try change(by: 1, version, at: path, use)
  }

  mutating func remove(_ version: PromptVersion?, at path: String, _ use: PromptUse) throws(PricingError) {
    try change(by: -1, version, at: path, use)
  }

  private mutating func change(
    by sign: Int, _ version: PromptVersion?, at path: String, _ use: PromptUse
  ) throws(PricingError) {
    switch version {
    case nil: return
    case .unreadable?:
      let place = unreadable.firstIndex { !($0 < path) } ?? unreadable.endIndex
      if sign > 0 { unreadable.insert(path, at: place) } else { unreadable.removeAll { $0 == path } }
    case .counted(let size)?:
      promptCount += sign
      tokens += sign * size.total
      stableTokens += sign * size.stable
      guard let price = use.price else { return }
      try sums?.change(by: sign, try price.costs(of: size, in: use.traffic), use.traffic)
    }
  }
}
