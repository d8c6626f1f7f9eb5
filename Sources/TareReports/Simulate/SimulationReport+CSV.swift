import TarePricing

extension SimulationReport {
  /// One line for each policy, with a line of heads; tokens and money are those of one conversation, on average.
  public var csv: String {
    let head = [
      "model", "policy", "uncached", "read", "written", "output", "summaryInput", "summaryOutput", "meanKeptTurns",
      "fewestKeptTurns", "usdPerConversation", "usdPer1000", "usdPerMonth", "changeInThousandths", "isCheapest",
    ]
    return csvText([head] + rows.map(cells))
  }

  private func cells(_ row: Row) -> [String] {
    let bill = row.bill
    let tokens = [
      bill.tokens.uncached, bill.tokens.read, bill.tokens.written, bill.tokens.output, bill.tokens.summaryInput,
      bill.tokens.summaryOutput,
    ].map { String(bill.perConversation($0)) }
    return [simulation.rate.model, bill.policy.description] + tokens
      + [
        bill.meanKeptTurns, bill.fewestKeptTurns.map(String.init) ?? "",
        bill.costPerConversation.decimalText, bill.cost(of: 1_000).decimalText,
        conversationsPerMonth.map { bill.cost(of: $0).decimalText } ?? "",
        comparison.changeInThousandths(bill).map(String.init) ?? "", row.isCheapest ? "true" : "false",
      ]
  }
}
