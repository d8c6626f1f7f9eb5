/// What one call costs that is made besides the request itself: a guardrail, a judge, an embedding, a look-up.
public struct CallPrice: Sendable, Hashable {
  /// What is known of the call.
  public enum Basis: Sendable, Hashable {
    /// A stated sum in dollars.
    case usd(Fraction)
    /// Tokens of a model.
    case tokens(Rate, input: Fraction, output: Fraction)
  }

  /// What is known of the call.
  public let basis: Basis

  /// A call that costs so many dollars.
  public init(usd: Fraction) { basis = .usd(usd) }

  /// A call of a model with so many tokens.
  public init(of rate: Rate, input: Fraction, output: Fraction = .zero) {
    basis = .tokens(rate, input: input, output: output)
  }

  /// What the call costs in dollars.
  ///
  /// - Throws: ``PricingError`` where tokens have no known price.
  public func usd() throws(PricingError) -> Fraction {
    switch basis {
    case .usd(let usd): usd
    case .tokens(let rate, let input, let output): try rate.plainCost(input: input, output: output)
    }
  }
}

extension Rate {
  /// What a request costs past every cache, in dollars. Numbers of tokens may be averages; the long-context tier is that
  /// of the next whole number.
  ///
  /// - Throws: ``PricingError`` where a kind of token that is used has no known price.
  func plainCost(
    input: Fraction, output: Fraction, _ processing: Processing = .standard
  ) throws(PricingError) -> Fraction {
    let prices = prices(forInput: input.roundedUp, processing: processing)
    return try cost(of: input, at: prices.uncachedInput, "input", processing)
      + cost(of: output, at: prices.output, "output", processing)
  }

  /// What tokens of a kind cost; none of them cost nothing, whatever their price.
  func cost(
    of tokens: Fraction, at price: TokenPrice?, _ kind: String, _ processing: Processing = .standard
  ) throws(PricingError) -> Fraction {
    if tokens == .zero { return .zero }
    guard let price else {
      throw .missingPrice(model: model, kind: kind + (processing == .batch ? " in batch" : ""))
    }
    return tokens * Fraction(perToken: price)
  }
}
