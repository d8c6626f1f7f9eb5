import TarePricing
import TareSavings
import TareText

/// The prompts that differ as rows of text: what the terminal, the comment and the page show of each.
struct SavingsTable {
  /// What is in each column beside the name.
  let heads: [String]
  /// A row for each prompt of the report, in its order.
  let rows: [[String]]
  /// The sums of several prompts, each with what it is a sum of; tokens only of what is counted alike.
  let totals: [(title: String, cells: [String])]

  init(_ report: SavingsReport) {
    let columns = Columns(report)
    heads = columns.heads
    rows = report.prompts.indices.map(columns.cells)
    totals = columns.totals
  }
}

/// What the columns are made from.
private struct Columns {
  private let report: SavingsReport
  private let thousand: CostColumns
  private let month: CostColumns
  private let hasVolume: Bool
  private let hasModels: Bool

  init(_ report: SavingsReport) {
    self.report = report
    (thousand, month) = (.perThousand(report), .perMonth(report))
    hasVolume = report.hasPrices && !month.prompts.isEmpty
    hasModels = report.models.count > 1
  }

  var heads: [String] {
    ["before", "after", "delta", "change"] + (report.hasPrices ? ["net/1,000", "gross/1,000"] : [])
      + (hasVolume ? ["net/month"] : []) + (hasModels ? ["model"] : [])
  }

  func cells(at index: Int) -> [String] {
    let prompt = report.prompts[index]
    var cells = counts(prompt.tokens, prompt.changeText)
    if report.hasPrices { cells += [thousand.net.cell(at: index), thousand.gross.cell(at: index)].map(delta) }
    if hasVolume {
      cells.append(prompt.use.traffic.requestsPerMonth == nil ? "-" : delta(month.net.cell(at: index)))
    }
    return cells + (hasModels ? [prompt.use.modelName] : [])
  }

  var totals: [(title: String, cells: [String])] {
    guard report.prompts.count > 1 else { return [] }
    let all = ("total", cells(report.tokens, report.prompts.indices, ""))
    guard hasModels else { return [all] }
    return report.models.filter { $0.promptCount > 1 }.map { model in
      let members = report.prompts.indices.filter { model.holds(report.prompts[$0]) }
      return (counted(model.promptCount, "prompt"), cells(model.tokens, members, model.name))
    } + [all]
  }

  private func cells(_ tokens: TokenDelta?, _ prompts: some Collection<Int>, _ model: String) -> [String] {
    var cells = tokens.map { counts($0, $0.percentage ?? "new") } ?? ["", "", "", ""]
    if report.hasPrices { cells += [thousand.net.total(of: prompts), thousand.gross.total(of: prompts)].map(delta) }
    if hasVolume {
      let stated = Set(month.prompts)
      let known = prompts.filter(stated.contains)
      cells.append(known.isEmpty ? "-" : delta(month.net.total(of: known)))
    }
    return cells + (hasModels ? [model] : [])
  }

  private func counts(_ tokens: TokenDelta, _ change: String) -> [String] {
    [tokens.before.grouped, tokens.after.grouped, tokens.delta.signed, change]
  }

  private func delta(_ cell: MoneyColumn.Cell?) -> String { cell?.delta ?? "unknown" }
}
