public import TarePricing
public import TareTokens

/// What a conversation costs under several policies of trimming: the one model behind every format.
public struct SimulationReport: Sendable {
  /// The conversation, the rate and the cache.
  public let simulation: ConversationSimulation
  /// The bills.
  public let comparison: PolicyComparison
  /// The pauses between requests, and the words they were given in.
  public let gaps: GapPattern
  let gapsName: String
  /// The catalogue the rate is from, and the time whose prices it has; `nil` for those of the catalogue's day.
  let catalogue: RateCatalogue
  let time: PriceTime?
  /// Where the numbers of the conversation are from.
  let origin: Origin
  /// Whether somebody named the model.
  let isModelNamed: Bool
  /// How many such conversations a month has, as stated; never assumed.
  let conversationsPerMonth: Int?

  /// Where the numbers of a conversation are from.
  public enum Origin: Sendable, Hashable {
    /// They were stated, or nobody stated them and the usual ones hold.
    case stated
    /// They were counted in a file.
    case counted(path: String, basis: TokenCount.Basis)
  }

  /// The report on a comparison that `simulation` made with `gaps`.
  public init(
    _ comparison: PolicyComparison, of simulation: ConversationSimulation, gaps: GapPattern, named gapsName: String,
    prices: RateCatalogue, at time: PriceTime?, isModelNamed: Bool, origin: Origin, conversationsPerMonth: Int?
  ) {
    (self.comparison, self.simulation, self.gaps, self.gapsName) = (comparison, simulation, gaps, gapsName)
    (catalogue, self.time, self.isModelNamed) = (prices, time, isModelNamed)
    (self.origin, self.conversationsPerMonth) = (origin, conversationsPerMonth)
  }

  /// The bill of a policy for as many conversations as were drawn, as parts that formats share.
  struct Row {
    let bill: SimulatedBill
    let isCheapest: Bool
    /// More or less than the full history, such as `+103.7%`; `nil` for the full history itself.
    let change: String?
  }

  var rows: [Row] {
    comparison.bills.enumerated().map { index, bill in
      Row(
        bill: bill, isCheapest: index == comparison.cheapest,
        change: index == comparison.baseline ? nil : comparison.changeInThousandths(bill).map(signedPercentage))
    }
  }
}

extension SimulatedBill {
  /// A number of all conversations as that of one, rounded half up.
  func perConversation(_ total: Int) -> Int { (total + conversations / 2) / conversations }

  /// The mean of the turns that a request still sees, in tenths.
  var keptTurnsInTenths: Int { (keptTurns * 10 + requests / 2) / max(1, requests) }

  /// The same as a decimal.
  var meanKeptTurns: String { "\(keptTurnsInTenths / 10).\(keptTurnsInTenths % 10)" }
}

/// Thousandths as percent with a sign, `+103.7%`; nothing has none.
func signedPercentage(_ thousandths: Int) -> String {
  let sign = thousandths > 0 ? "+" : thousandths < 0 ? "-" : ""
  return "\(sign)\(abs(thousandths) / 10).\(abs(thousandths) % 10)%"
}
