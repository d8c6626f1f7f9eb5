/// What one request costs, kind of token by kind, with what has no known price beside it.
public struct ItemizedCost: Sendable, Hashable {
  /// Tokens of one kind and what they cost.
  public struct Item: Sendable, Hashable {
    /// What the tokens are billed as: `input`, `cached input`, `cache write for 5m` or `output`.
    public let kind: String
    /// How many there are; never 0.
    public let tokens: Int
    /// What one of them costs; `nil` where that is not known.
    public let price: TokenPrice?
    /// What they cost; `nil` where their price is not known.
    public var cost: Money? { price.map { $0 * tokens } }
  }

  /// Every kind of which there are tokens, in the order of a bill.
  public let items: [Item]
  /// The kinds that have no known price.
  public let gaps: [PricingError]

  /// What the kinds with a known price cost: all of it where there are no ``gaps``, and a lower bound otherwise.
  public func knownTotal() throws(MoneyOverflow) -> Money { try Money.sum(of: items.compactMap(\.cost)) }
}

extension Rate {
  /// What `usage` costs when it is **one request**, kind by kind; a kind without a known price is a gap, never 0.
  public func itemizedCost(of usage: Usage, processing: Processing = .standard) -> ItemizedCost {
    let prices = prices(forInput: usage.totalInput, processing: processing)
    var charges: [(kind: String, tokens: Int, price: TokenPrice?)] = [
      ("input", usage.uncachedInput, prices.uncachedInput), ("cached input", usage.cachedRead, prices.cachedRead),
    ]
    charges += usage.cacheWrites.map { ("cache write for \($0.lifetime)", $0.tokens, prices.write(for: $0.lifetime)) }
    charges.append(("output", usage.output, prices.output))
    charges.removeAll { $0.tokens <= 0 }
    let context = context(of: usage, processing)
    return ItemizedCost(
      items: charges.map { charge in
        ItemizedCost.Item(kind: charge.kind, tokens: charge.tokens, price: charge.price)
      },
      gaps: charges.filter { $0.price == nil }.map { .missingPrice(model: model, kind: $0.kind + context) })
  }

  /// What sets the request's prices apart from the plain ones, for an error to say.
  private func context(of usage: Usage, _ processing: Processing) -> String {
    let long = longContextTier(for: usage.totalInput).map { " from \($0.from) input tokens on" } ?? ""
    return (processing == .batch ? " in batch" : "") + long
  }
}
