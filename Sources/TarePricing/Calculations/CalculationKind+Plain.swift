extension CalculationKind {
  /// Sums, shares and ratios.
  static let plainKinds = [sum, shares, ratio, percentChange]

  private static let sum = CalculationKind("sum", ["parts"]) { inputs throws(CalculationError) in
    [.exact("total", Fraction.sum(of: try inputs.signedList("parts")))]
  }

  private static let shares = CalculationKind("shares", ["parts"]) { inputs throws(CalculationError) in
    let parts = try inputs.list("parts")
    let total = Fraction.sum(of: parts)
    let percents = parts.compactMap { ($0 * Fraction(100)).divided(by: total) }
    guard percents.count == parts.count else { throw CalculationError("the parts are 0 together, and have no shares") }
    return [.rounded("percents", percents), .exact("total", total)]
  }

  private static let ratio = CalculationKind("ratio", ["numerator", "denominator"]) {
    inputs throws(CalculationError) in
    guard let ratio = try inputs.signed("numerator").divided(by: inputs.signed("denominator")) else {
      throw CalculationError("denominator is 0, and nothing is divided by that")
    }
    return [.rounded("ratio", ratio)]
  }

  private static let percentChange = CalculationKind("percent_change", ["before", "after"]) {
    inputs throws(CalculationError) in
    [try .percent("percent", try inputs.signed("after"), from: try inputs.signed("before"), called: "before")]
  }
}
