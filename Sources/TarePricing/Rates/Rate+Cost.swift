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
    let itemized = itemizedCost(of: usage, processing: processing)
    if let gap = itemized.gaps.first { throw gap }
    do { return try itemized.knownTotal() } catch { throw .overflow }
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
