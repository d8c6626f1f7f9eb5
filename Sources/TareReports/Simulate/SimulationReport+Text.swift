import TarePricing
import TareText

extension SimulationReport {
  /// A headline, a table with the cheapest policy marked, and what the numbers rest on.
  public var text: String {
    let lines = zip(aligned(table, left: [0]), [false] + rows.map(\.isCheapest)).map { line, isCheapest in
      isCheapest ? line + "  cheapest" : trimmingBlanks(line)
    }
    return ([headline, ""] + lines + [""] + assumptions).joined(separator: "\n") + "\n"
  }

  /// The same as a page of Markdown, the cheapest policy in bold.
  public var markdown: String {
    let cells = zip(table, [false] + rows.map(\.isCheapest)).map { cells, isCheapest in
      isCheapest ? cells.map { $0.isEmpty ? $0 : "**\($0)**" } : cells
    }
    let ruler = "|:--|" + String(repeating: "--:|", count: (table.first?.count ?? 1) - 1)
    let rows = cells.map { "| " + $0.joined(separator: " | ") + " |" }
    let notes = assumptions(shown: markdownCode).map { "- \($0)" }
    return (["### \(headline)", ""] + rows.prefix(1) + [ruler] + rows.dropFirst() + [""] + notes)
      .joined(separator: "\n") + "\n"
  }

  /// The cheapest policy in one sentence, with its baseline.
  var headline: String {
    let cheapest = comparison.bills[comparison.cheapest]
    let model = simulation.rate.model
    guard comparison.cheapest != comparison.baseline, let change = comparison.changeInThousandths(cheapest), change < 0
    else { return "\(model): nothing is cheaper than the full history." }
    return "\(model): \(cheapest.policy) is cheapest, \(signedPercentage(change)) against the full history."
  }
}

private func trimmingBlanks(_ line: String) -> String {
  var line = line
  while line.last == " " { line.removeLast() }
  return line
}
