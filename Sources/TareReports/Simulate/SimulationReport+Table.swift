import TarePricing
import TareText

extension SimulationReport {
  /// The cells of the table, heads first, the same for a terminal and for Markdown.
  var table: [[String]] {
    let bills = comparison.bills
    let single = Money.places(for: bills.map(\.costPerConversation))
    let thousand = Money.places(for: bills.map { $0.cost(of: 1_000) })
    let month = conversationsPerMonth.map { count in (count, Money.places(for: bills.map { $0.cost(of: count) })) }
    let cells = rows.map { row in
      [row.bill.policy.description] + tokenCells(row.bill)
        + [
          row.bill.meanKeptTurns, row.bill.fewestKeptTurns.map(String.init) ?? "all",
          row.bill.costPerConversation.formatted(places: single), row.bill.cost(of: 1_000).formatted(places: thousand),
        ] + (month.map { [row.bill.cost(of: $0.0).formatted(places: $0.1)] } ?? []) + [row.change ?? ""]
    }
    return [head] + cells
  }

  private var head: [String] {
    ["policy", "uncached", "read", "written", "output", "turns kept", "fewest", "conversation", "1,000"]
      + (conversationsPerMonth.map { ["month of \($0.grouped)"] } ?? []) + ["vs full"]
  }

  private func tokenCells(_ bill: SimulatedBill) -> [String] {
    let tokens = bill.tokens
    return [
      tokens.uncached + tokens.summaryInput, tokens.read, tokens.written, tokens.output + tokens.summaryOutput,
    ].map { bill.perConversation($0).grouped }
  }
}
