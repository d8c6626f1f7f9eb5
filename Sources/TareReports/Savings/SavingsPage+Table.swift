import TareSavings
import TareText

extension SavingsPage {
  /// The sums that stand large above everything: a figure and what it is.
  var figures: [(String, String)] {
    guard let tokens = report.tokens else { return costFigures }
    let share = tokens.percentage.map { ", \($0) of \(tokens.before.grouped) before" } ?? ""
    return [(tokens.delta.signed, "input tokens in one request with each prompt\(share)")] + costFigures
  }

  private var costFigures: [(String, String)] {
    guard report.price != nil else { return [] }
    let costs = CostColumns(report.prompts.map(\.perThousand))
    var figures = [
      (costs.net.total?.delta ?? "unknown", "in 1,000 requests with each prompt, net of caching"),
      (costs.gross.total?.delta ?? "unknown", "without a cache"),
    ]
    if let requests = report.requestsPerMonth {
      let month = CostColumns(report.prompts.map(\.perMonth))
      figures.append((month.net.total?.delta ?? "unknown", "in a month of \(requests.grouped) requests, net"))
    }
    return figures
  }

  /// All prompts, in their order.
  func writeTable(to body: inout MarkupWriter) {
    let table = SavingsTable(report)
    body.line("h2", "Prompts")
    body.block("div", [("class", "wide")]) { frame in
      frame.block("table", [("class", "prompts")]) { element in
        element.block("tr") { head in
          head.line("th", "prompt")
          for name in table.heads { head.line("th", [("class", "number")], name) }
        }
        for (prompt, row) in zip(report.prompts, table.rows) {
          element.block("tr") { line in
            line.line("td") { write(nameOf: prompt, to: &$0) }
            for cell in row.cells { line.line("td", [("class", "number")], cell) }
          }
        }
        guard report.prompts.count > 1 else { return }
        element.block("tr", [("class", "total")]) { line in
          line.line("td", "total")
          for cell in table.total.cells { line.line("td", [("class", "number")], cell) }
        }
      }
    }
  }

  private func write(nameOf prompt: PromptSavings, to cell: inout MarkupWriter) {
    if let previous = prompt.previousPath {
      cell.inline("code", previous)
      cell.write(" → ")
    }
    cell.inline("code", prompt.path)
    if let prefix = prompt.sharedPrefixText { cell.inline("div", [("class", "soft")], prefix) }
  }
}
