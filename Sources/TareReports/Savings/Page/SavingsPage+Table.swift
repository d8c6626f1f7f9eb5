import TareSavings
import TareText

extension SavingsPage {
  /// The sums that stand large above everything: a figure and what it is.
  var figures: [(String, String)] {
    let tokens = report.tokens.map { tokens in
      let share = tokens.percentage.map { ", \($0) of \(tokens.before.grouped)" } ?? ""
      return [(tokens.delta.signed, "input tokens in one request with each prompt\(share)")]
    }
    let costs = report.costLines.map { line in
      let share = line.cost?.share.map { share in ", \(share) of \(line.cost?.before ?? "")" } ?? ""
      return (line.cost?.delta ?? "unknown", "\(line.title), \(line.kind.rawValue)\(share)")
    }
    return (tokens ?? []) + costs
  }

  /// All prompts, in their order.
  func writeTable(to body: inout MarkupWriter) {
    let table = SavingsTable(report)
    body.line("h2", "Prompts")
    body.block("div", [("class", "wide")]) { frame in
      frame.block("table", [("class", "prompts")]) { element in
        element.block("tr") { head in
          head.line("th", "prompt")
          for name in table.heads { head.line("th", Self.alignment(name), name) }
        }
        for (prompt, cells) in zip(report.prompts, table.rows) {
          element.block("tr") { line in
            line.line("td") { write(nameOf: prompt, to: &$0) }
            write(cells, below: table.heads, to: &line)
          }
        }
        for total in table.totals {
          element.block("tr", [("class", "total")]) { line in
            line.line("td", total.title)
            write(total.cells, below: table.heads, to: &line)
          }
        }
      }
    }
  }

  private static func alignment(_ head: String) -> [(String, String)] { head == "model" ? [] : [("class", "number")] }

  private func write(_ cells: [String], below heads: [String], to line: inout MarkupWriter) {
    for (cell, head) in zip(cells, heads) { line.line("td", Self.alignment(head), cell) }
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
