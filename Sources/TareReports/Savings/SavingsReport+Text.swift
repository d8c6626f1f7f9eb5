public import TareSavings
import TareText

extension SavingsReport {
  /// The report for a terminal. Names come last on their lines, so that any width of character leaves the numbers
  /// aligned.
  public var text: String {
    var blocks = [heading, gateBlock]
    if !prompts.isEmpty {
      blocks += [promptTable, costTable] + sectionTables + [prefixLines, remarkLines]
      blocks.append(assumptions.flatMap { wrapped($0, to: 80) })
    }
    return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  private var heading: [String] {
    let sides = "\(shownName(comparison.base)) -> \(shownName(comparison.head))"
    let unread = unreadSentence(shownName).map { wrapped($0, to: 80) } ?? []
    guard !prompts.isEmpty else {
      return ["\(sides): no prompt differs (\(unchangedCount.grouped) compared)"] + unread
    }
    return ["\(sides): \(extent)"] + modelTexts.map { "model \($0)" } + wrapped(headline, to: 80) + unread
  }

  /// A line for each thing that does not pass a gate, and one for all gates that are passed.
  private var gateBlock: [String] {
    let lines = gateLines
    let open = lines.filter { $0.state != .passed }.flatMap { gate in
      gate.sentences(atMost: 10, shown: shownName).map { "gate \(gate.name) \(gate.state.rawValue): \($0)" }
    }
    let passed = lines.filter { $0.state == .passed }.map(\.name).joined(separator: ", ")
    return open + (passed.isEmpty ? [] : wrapped("gates passed: \(passed)", to: 80))
  }

  private var promptTable: [String] {
    let table = SavingsTable(self)
    let names = prompts.map(\.nameText)
    let rows =
      [table.heads + ["prompt"]] + zip(table.rows, names).map { $0 + [$1] } + table.totals.map { $0.cells + [$0.title] }
    let nameColumn = table.heads.count
    return aligned(rows, left: models.count > 1 ? [nameColumn - 1, nameColumn] : [nameColumn])
  }

  private var costTable: [String] {
    guard hasPrices else { return [] }
    var title = ""
    let rows = costLines.map { line in
      defer { title = line.title }
      return [line.title == title ? "" : line.title, line.kind.rawValue] + line.cells
    }
    let table = aligned([["cost", "", "before", "after", "delta", "change"]] + rows, left: [0, 1])
    return table + (rewritingSentence.map { wrapped($0, to: 80) } ?? [])
  }

  /// The sections of a few prompts; of more, where they are to be seen.
  private var sectionTables: [[String]] {
    let divided = prompts.filter { !$0.sectionLines(atMost: 1).isEmpty }
    guard divided.count <= Self.dividedLimit else {
      return [["\(counted(divided.count, "prompt")) differ in their sections (--format html, markdown or json)"]]
    }
    return divided.map { prompt in
      let head = ["before", "after", "delta", "change", "section of \(shownName(prompt.path))"]
      let lines = prompt.sectionLines(atMost: Self.sectionLimit).map { $0.cells + [shownName($0.title)] }
      return aligned([head] + lines, left: [4])
    }
  }

  /// At most so many prompts are shown section by section.
  private static let dividedLimit = 3
  /// At most so many sections of each are shown.
  private static let sectionLimit = 12

  private var prefixLines: [String] {
    let lines = prompts.compactMap { prompt in prompt.sharedPrefixText.map { "\(shownName(prompt.path)): \($0)" } }
    let shown = lines.prefix(10)
    return shown
      + (lines.count > shown.count ? ["and \((lines.count - shown.count).grouped) more (--format json)"] : [])
  }

  private var remarkLines: [String] {
    prompts.flatMap { prompt in
      prompt.remarks.map { "\($0.isWarning ? "warning" : "note"): \(shownName(prompt.path)): \($0.text)" }
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
