public import TareSavings
import TareText

extension SavingsReport {
  /// The report for a terminal. Names come last on their lines, so that any width of character leaves the numbers
  /// aligned.
  public var text: String {
    var blocks = [heading]
    if !prompts.isEmpty {
      blocks += [promptTable, costTable, prefixLines, noticeLines].filter { !$0.isEmpty }
      blocks.append(assumptions.flatMap { wrapped($0, to: 80) })
    }
    return blocks.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  private var heading: [String] {
    let sides = "\(shownName(comparison.base)) -> \(shownName(comparison.head))"
    let unread = unreadSentence(shownName).map { wrapped($0, to: 80) } ?? []
    guard !prompts.isEmpty else {
      return ["\(sides): no prompt differs (\(unchangedCount.grouped) compared)"] + unread
    }
    return ["\(sides): \(extent)"] + (modelText.map { ["model \($0)"] } ?? []) + wrapped(headline, to: 80) + unread
  }

  private var promptTable: [String] {
    let table = SavingsTable(self)
    let names = prompts.map(\.nameText)
    var rows = [table.heads + ["prompt"]] + zip(table.rows, names).map { $0.cells + [$1] }
    if prompts.count > 1 { rows.append(table.total.cells + ["total"]) }
    return aligned(rows, left: [table.heads.count])
  }

  private var costTable: [String] {
    guard price != nil else { return [] }
    var rows = [["input cost", "", "before", "after", "delta"]]
    rows += costRows("1,000 requests", prompts.map(\.perThousand))
    if let requestsPerMonth { rows += costRows("a month of \(requestsPerMonth.grouped)", prompts.map(\.perMonth)) }
    return aligned(rows, left: [0, 1])
  }

  private func costRows(_ title: String, _ costs: [RequestCost?]) -> [[String]] {
    let columns = CostColumns(costs)
    let totals = [("net of caching", columns.net.total), ("gross", columns.gross.total)]
    return totals.enumerated().map { index, line in
      let money = line.1.map { [$0.before, $0.after, $0.delta] } ?? ["unknown", "unknown", "unknown"]
      return [index == 0 ? title : "", line.0] + money
    }
  }

  private var prefixLines: [String] {
    let lines = prompts.compactMap { prompt in prompt.sharedPrefixText.map { "\(shownName(prompt.path)): \($0)" } }
    let shown = lines.prefix(10)
    return shown
      + (lines.count > shown.count ? ["and \((lines.count - shown.count).grouped) more (--format json)"] : [])
  }

  private var noticeLines: [String] {
    prompts.flatMap { prompt in
      prompt.notices.map { "\($0.isWarning ? "warning" : "note"): \(shownName(prompt.path)): \($0.sentence)" }
    }
  }
}

/// A sentence in lines of at most `width` bytes, broken at blanks.
func wrapped(_ sentence: String, to width: Int) -> [String] {
  var lines: [String] = []
  for word in sentence.split(separator: " ") {
    if let last = lines.last, last.utf8.count + 1 + word.utf8.count <= width {
      lines[lines.count - 1] = last + " " + word
    } else {
      lines.append(String(word))
    }
  }
  return lines
}
