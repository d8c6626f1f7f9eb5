import TarePricing
public import TareSavings
import TareText

extension SavingsReport {
  /// The report as a comment on a pull request: a headline, at most ten rows, the rest folded.
  ///
  /// It begins with an HTML comment by which a later run finds the comment it is to replace, and stays below 60,000
  /// bytes, whatever is compared, for GitHub takes 65,536 characters: rows that do not fit are counted, not cut.
  public var markdown: String { SavingsComment(self).text }
}

/// The parts of a comment, from top to bottom.
private struct SavingsComment {
  private let report: SavingsReport
  private let costs: CostColumns

  private static let rowLimit = 10
  /// The most bytes of all rows together; names are limited, so ten of them and the rest of the comment are far less
  /// than what this leaves of 60,000.
  private static let rowByteLimit = 40_000

  init(_ report: SavingsReport) {
    self.report = report
    costs = CostColumns(report.prompts.map(\.perThousand))
  }

  var text: String {
    var blocks = [marker, "### \(report.headline)", sides]
    if let unread = report.unreadSentence(markdownCode) { blocks.append("⚠️ \(unread)") }
    if !report.prompts.isEmpty {
      blocks += tables + month + notices
      let assumptions = report.assumptions.map { "- \($0)" }.joined(separator: "\n")
      blocks.append(folded("How this was counted", assumptions))
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  /// Reports for several models are several comments.
  private var marker: String { "<!-- tare-diff\(report.price.map { " model=\($0.rate.model)" } ?? "") -->" }

  private var sides: String {
    let names = "\(markdownCode(report.comparison.base)) → \(markdownCode(report.comparison.head))"
    return "\(names): \(report.extent)." + (report.modelText.map { " Model \($0)." } ?? "")
  }

  private var tables: [String] {
    let rows = promptRows
    let total = rows.count > 1 ? [totalRow] : []
    var blocks = [(tableHead + rows.prefix(Self.rowLimit) + total).joined(separator: "\n")]
    var size = rows.prefix(Self.rowLimit).reduce(0) { $0 + $1.utf8.count + 1 }
    let more = rows.dropFirst(Self.rowLimit)
    let fitting = more.prefix { row in
      size += row.utf8.count + 1
      return size <= Self.rowByteLimit
    }
    if !fitting.isEmpty {
      blocks.append(folded("\(fitting.count.grouped) more prompts", (tableHead + fitting).joined(separator: "\n")))
    }
    let dropped = more.count - fitting.count
    if dropped > 0 { blocks.append("\(dropped.grouped) more prompts do not fit here; the JSON report has them.") }
    return blocks
  }

  private var tableHead: [String] {
    let money = report.price == nil ? "" : " net of caching, per 1,000 | gross, per 1,000 |"
    let marks = report.price == nil ? "" : "--:|--:|"
    return ["| prompt | before | after | Δ tokens | change |" + money, "|:--|--:|--:|--:|--:|" + marks]
  }

  private var promptRows: [String] {
    report.prompts.enumerated().map { index, prompt in
      let name = (prompt.previousPath.map { markdownCode($0) + " → " } ?? "") + markdownCode(prompt.path)
      return row(name, prompt.tokens, prompt.changeText, [costs.net.cells[index], costs.gross.cells[index]])
    }
  }

  private var totalRow: String {
    row("**total**", report.tokens, report.tokens?.percentage ?? "new", [costs.net.total, costs.gross.total])
  }

  private func row(_ name: String, _ tokens: TokenDelta?, _ change: String, _ money: [MoneyColumn.Cell?]) -> String {
    let cells =
      [name, tokens?.before.grouped ?? "", tokens?.after.grouped ?? "", tokens?.delta.signed ?? "", change]
      + (report.price == nil ? [] : money.map { $0?.delta ?? "unknown" })
    return "| " + cells.joined(separator: " | ") + " |"
  }

  private var month: [String] {
    guard report.perMonth != nil, let requests = report.requestsPerMonth else { return [] }
    let costs = CostColumns(report.prompts.map(\.perMonth))
    let (net, gross) = (change(costs.net.total), change(costs.gross.total))
    return ["A month of \(requests.grouped) requests with each prompt: \(net) net of caching, \(gross) gross."]
  }

  private func change(_ cost: MoneyColumn.Cell?) -> String {
    cost.map { "\($0.before) → \($0.after) (\($0.delta))" } ?? "unknown"
  }

  private var notices: [String] {
    let lines = report.prompts.flatMap { prompt in
      prompt.notices.map { "- \($0.isWarning ? "⚠️ " : "")\(markdownCode(prompt.path)): \($0.sentence)" }
    }
    guard !lines.isEmpty else { return [] }
    let more = lines.count > Self.rowLimit ? ["- and \((lines.count - Self.rowLimit).grouped) more"] : []
    return [(lines.prefix(Self.rowLimit) + more).joined(separator: "\n")]
  }

  private func folded(_ title: String, _ body: String) -> String {
    "<details><summary>\(title)</summary>\n\n\(body)\n\n</details>"
  }
}
