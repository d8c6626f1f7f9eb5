extension Rate {
  /// How soon a request is answered, which decides its price.
  public enum Processing: Sendable, Hashable {
    /// At once.
    case standard
    /// Within the provider's batch window.
    case batch
  }

  /// What `usage` costs when it is **one request**: long-context thresholds look at its total input.
  ///
  /// - Throws: ``PricingError/missingPrice(model:kind:)`` when tokens were used that have no known price. A price
  ///   that is not known is never taken as 0, nor as the input price.
  public func cost(of usage: Usage, processing: Processing = .standard) throws(PricingError) -> Money {
    do {
      return try Money.sum(of: charges(for: usage, processing).map { $0.price * $0.tokens })
    } catch let error as PricingError {
      throw error
    } catch {
      throw .overflow
    }
  }

  /// Each kind of token used, with its price.
  private func charges(
    for usage: Usage, _ processing: Processing
  ) throws(PricingError) -> [(price: TokenPrice, tokens: Int)] {
    let tier = longContextTier(for: usage.totalInput)
    let isPlain = tier == nil && processing == .standard
    let context = processing == .batch ? " in batch" : tier.map { " from \($0.from) input tokens" } ?? ""
    var charges: [(price: TokenPrice, tokens: Int)] = []
    func charge(_ tokens: Int, _ price: TokenPrice?, _ kind: String) throws(PricingError) {
      guard tokens > 0 else { return }
      guard let price else { throw .missingPrice(model: model, kind: kind + context) }
      charges.append((price, tokens))
    }
    let plain = plainPrices(processing, tier)
    try charge(usage.uncachedInput, plain?.input, "input")
    try charge(usage.cachedRead, isPlain ? cachedInput : nil, "cached input")
    for write in usage.cacheWrites {
      let price = isPlain ? cacheWrites.first { $0.lifetime == write.lifetime }?.price : nil
      try charge(write.tokens, price, "cache write for \(write.lifetime)")
    }
    try charge(usage.output, plain?.output, "output")
    return charges
  }

  /// The tier that a request of that many input tokens falls into, or `nil` for the plain prices.
  public func longContextTier(for inputTokens: Int) -> LongContextTier? {
    longContext.last { inputTokens >= $0.from }
  }

  private func plainPrices(_ processing: Processing, _ tier: LongContextTier?) -> PlainPrices? {
    switch (processing, tier) {
    case (.standard, nil): PlainPrices(input: input, output: output)
    case (.standard, .some(let tier)): PlainPrices(input: tier.input, output: tier.output)
    case (.batch, nil): batch
    // No source gives the price of a long request in batch.
    case (.batch, .some): nil
    }
  }
}

/// Why a usage has no price.
public enum PricingError: Error, Sendable, Hashable {
  /// Tokens of a kind were used whose price is not known.
  case missingPrice(model: String, kind: String)
  /// The sum cannot be held exactly.
  case overflow
}

extension PricingError: CustomStringConvertible {
  /// One sentence that names the model and the kind of token.
  public var description: String {
    switch self {
    case .missingPrice(let model, let kind): "\(model) has no known price for \(kind)"
    case .overflow: MoneyOverflow().description
    }
  }
}
