extension CalculationKind {
  /// What requests cost by their tokens.
  static let requestKinds = [requestCost("request_cost"), requestCost("tokens_cost"), requestVolume, singlePrice]

  private static let prices = ["input_tokens", "output_tokens", "input_per_mtok", "output_per_mtok"]

  private static func requestCost(_ name: String) -> CalculationKind {
    CalculationKind(name, prices) { inputs throws(CalculationError) in try TokenSum(inputs).figures }
  }

  private static let requestVolume = CalculationKind("request_volume", prices + ["requests_per_day", "days"]) {
    inputs throws(CalculationError) in
    let sum = try TokenSum(inputs)
    let daily = try sum.total * inputs.number("requests_per_day")
    return try sum.figures
      + [.exact("daily_usd", daily), .exact("monthly_usd", daily * inputs.number("days"))]
  }

  /// One price for input and output, as rules of thumb have it, beside both prices.
  private static let singlePrice = CalculationKind(
    "single_price_formula", prices + ["queries_per_day", "days", "one_price_per_mtok"]
  ) { inputs throws(CalculationError) in
    let sum = try TokenSum(inputs)
    let queries = try inputs.number("queries_per_day") * inputs.number("days")
    let formula = try queries * (sum.inputTokens + sum.outputTokens) * inputs.perToken("one_price_per_mtok")
    let right = queries * sum.total
    return [
      .exact("formula_usd", formula), .exact("correct_usd", right),
      try .percent("error_percent", formula, from: right, called: "the right cost"),
    ]
  }
}

/// Tokens at a price for input and one for output.
private struct TokenSum {
  let inputTokens: Fraction
  let outputTokens: Fraction
  let input: Fraction
  let output: Fraction
  var total: Fraction { input + output }

  init(_ inputs: CalculationInputs) throws(CalculationError) {
    inputTokens = try inputs.number("input_tokens")
    outputTokens = try inputs.number("output_tokens")
    input = try inputTokens * inputs.perToken("input_per_mtok")
    output = try outputTokens * inputs.perToken("output_per_mtok")
  }

  var figures: [CalculationFigure] {
    [.exact("input_usd", input), .exact("output_usd", output), .exact("total_usd", total)]
  }
}

extension CalculationInputs {
  /// The price of a million tokens as that of one.
  func perToken(_ name: String) throws(CalculationError) -> Fraction { try number(name) * Self.millionth }

  private static let millionth = Fraction(Natural.one, .powerOfTen(6))
}
