import TarePricing
public import TareSavings

extension SavingsReport {
  /// The report as a comment on a pull request: a headline, at most ten rows, the rest folded.
  ///
  /// It begins with an HTML comment by which a later run finds the comment it is to replace, and stays below the
  /// 65,536 characters GitHub takes: rows that do not fit are counted, not cut.
  public var markdown: String {
    var blocks = ["<!-- tare-diff\(markerModel) -->", "### \(headline)", sides]
    if !prompts.isEmpty {
      blocks += tables
      blocks += noticeBlock
      blocks.append("<details><summary>How this was counted</summary>\n\n\(assumptionList)\n\n</details>")
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private static let rowLimit = 10
  private static let characterLimit = 50_000

  /// Reports for several models are several comments.
  private var markerModel: String { price.map { " model=\($0.rate.model)" } ?? "" }

  private var sides: String {
    let names = "\(markdownCode(comparison.base)) → \(markdownCode(comparison.head))"
    let count = "\(prompts.count.grouped) changed, \(unchangedCount.grouped) the same"
    return "\(names): prompts \(count)." + (modelText.map { " Model \($0)." } ?? "")
  }

  private var tables: [String] {
    let rows = promptRows
    let shown = tableHead + rows.prefix(Self.rowLimit) + [totalRow]
    var blocks = [shown.joined(separator: "\n")]
    var folded: [String] = []
    var size = 0
    for row in rows.dropFirst(Self.rowLimit) {
      size += row.utf8.count
      guard size <= Self.characterLimit else { break }
      folded.append(row)
    }
    let dropped = rows.count - min(rows.count, Self.rowLimit) - folded.count
    if !folded.isEmpty {
      let table = (tableHead + folded).joined(separator: "\n")
      blocks.append("<details><summary>\(folded.count.grouped) more prompts</summary>\n\n\(table)\n\n</details>")
    }
    if dropped > 0 { blocks.append("\(dropped.grouped) more prompts do not fit here; the JSON report has them.") }
    if requestsPerMonth != nil { blocks.append(monthSentence) }
    return blocks
  }

  private var tableHead: [String] {
    let money = price == nil ? "" : " cached, per 1,000 | uncached, per 1,000 |"
    let marks = price == nil ? "" : "--:|--:|"
    return ["| prompt | before | after | Δ tokens | change |" + money, "|:--|--:|--:|--:|--:|" + marks]
  }

  private var promptRows: [String] {
    let uncached = MoneyColumn(prompts.map { $0.perThousand?.uncached })
    let cached = MoneyColumn(prompts.map { $0.perThousand?.cached })
    return prompts.enumerated().map { index, prompt in
      let name = (prompt.previousPath.map { markdownCode($0) + " → " } ?? "") + markdownCode(prompt.path)
      return row(name, prompt.tokens, prompt.changeText, [cached.cells[index], uncached.cells[index]])
    }
  }

  private var totalRow: String {
    let money = [
      MoneyColumn(prompts.map { $0.perThousand?.cached }).total,
      MoneyColumn(prompts.map { $0.perThousand?.uncached }).total,
    ]
    return row("**total**", tokens, tokens.percentage ?? "new", money)
  }

  private func row(_ name: String, _ tokens: TokenDelta, _ change: String, _ money: [MoneyColumn.Cell?]) -> String {
    let cells =
      [name, tokens.before.grouped, tokens.after.grouped, tokens.delta.signed, change]
      + (price == nil ? [] : money.map { $0?.delta ?? "unknown" })
    return "| " + cells.joined(separator: " | ") + " |"
  }

  private var monthSentence: String {
    func change(_ cost: MoneyColumn.Cell?) -> String {
      cost.map { "\($0.before) → \($0.after) (\($0.delta))" } ?? "unknown"
    }
    let uncached = change(MoneyColumn(prompts.map { $0.perMonth?.uncached }).total)
    let cached = change(MoneyColumn(prompts.map { $0.perMonth?.cached }).total)
    return
      "A month of \((requestsPerMonth ?? 0).grouped) requests with each prompt: cached \(cached), uncached \(uncached)."
  }

  private var noticeBlock: [String] {
    let lines = prompts.flatMap { prompt in
      prompt.notices.map { "- \($0.isWarning ? "⚠️ " : "")\(markdownCode(prompt.path)): \($0.sentence)" }
    }
    guard !lines.isEmpty else { return [] }
    let more = lines.count > Self.rowLimit ? ["- and \((lines.count - Self.rowLimit).grouped) more"] : []
    return [(lines.prefix(Self.rowLimit) + more).joined(separator: "\n")]
  }

  private var assumptionList: String { assumptions.map { "- \($0)" }.joined(separator: "\n") }
}
