extension CalculationKind {
  /// How many tokens there are, before anybody prices them.
  static let volumeKinds = [tokenVolume, historyGrowth, embedding]

  private static let tokenVolume = CalculationKind(
    "token_volume", ["conversations", "turns", "input_tokens_per_turn", "output_tokens_per_turn"]
  ) { inputs throws(CalculationError) in
    let turns = try inputs.number("conversations") * inputs.number("turns")
    return [
      .exact("input_tokens", try turns * inputs.number("input_tokens_per_turn")),
      .exact("output_tokens", try turns * inputs.number("output_tokens_per_turn")),
    ]
  }

  /// Each request of a conversation sends all turns before it: with *n* turns, each message is sent *n*(*n* + 1)/2 times
  /// in all and each answer *n*(*n* − 1)/2 times.
  private static let historyGrowth = CalculationKind(
    "history_growth", ["system_tokens", "user_tokens", "assistant_tokens", "turns"]
  ) { inputs throws(CalculationError) in
    let count = try inputs.count("turns", from: 1)
    let turns = Fraction(count)
    let (system, user) = (try inputs.number("system_tokens"), try inputs.number("user_tokens"))
    let assistant = try inputs.number("assistant_tokens")
    let total =
      system * turns + user * Fraction(count * (count + 1) / 2) + assistant * Fraction(count * (count - 1) / 2)
    return [
      .exact("last_request_input_tokens", system + user * turns + assistant * Fraction(count - 1)),
      .exact("total_input_tokens", total), .exact("total_output_tokens", assistant * turns),
    ]
  }

  private static let embedding = CalculationKind("embedding", ["items", "tokens_each", "per_mtok"]) {
    inputs throws(CalculationError) in
    let tokens = try inputs.number("items") * inputs.number("tokens_each")
    return [.exact("tokens", tokens), .exact("usd", try tokens * inputs.perToken("per_mtok"))]
  }
}
