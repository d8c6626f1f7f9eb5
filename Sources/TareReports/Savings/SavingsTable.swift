import TareSavings
import TareText

/// The prompts that differ as rows of text: what the terminal, the comment and the page show of each.
struct SavingsTable {
  /// What stands on one line beside the name.
  struct Row {
    /// Tokens before, after, their difference, and that as a share.
    let tokens: [String]
    /// The difference of the cost, net of caching before gross; empty without prices.
    let money: [String]

    /// All of it, in order.
    var cells: [String] { tokens + money }
  }

  /// What is in each column.
  let heads: [String]
  /// A row for each prompt of the report, in its order.
  let rows: [Row]
  /// The sums.
  let total: Row

  init(_ report: SavingsReport) {
    let costs = CostColumns(report.prompts.map(\.perThousand))
    let isPriced = report.price != nil
    func row(_ tokens: TokenDelta?, _ change: String, _ money: [MoneyColumn.Cell?]) -> Row {
      Row(
        tokens: [tokens?.before.grouped ?? "", tokens?.after.grouped ?? "", tokens?.delta.signed ?? "", change],
        money: isPriced ? money.map { $0?.delta ?? "unknown" } : [])
    }
    heads = ["before", "after", "delta", "change"] + (isPriced ? ["net", "gross"] : [])
    rows = report.prompts.enumerated().map { index, prompt in
      row(prompt.tokens, prompt.changeText, [costs.net.cells[index], costs.gross.cells[index]])
    }
    total = row(report.tokens, report.tokens?.percentage ?? "new", [costs.net.total, costs.gross.total])
  }
}
