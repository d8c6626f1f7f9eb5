import TarePricing
import TareSavings
import TareText

/// The cells of a history, heads first, the same for a terminal and for Markdown; the last says what the commit is.
struct HistoryColumns {
  private let report: HistoryReport
  private let showsAuthors: Bool
  private let shown: (String) -> String
  private let perThousand: CostCells
  private let perMonth: CostCells

  /// - Parameter shown: What makes a name or a subject fit to be shown.
  init(_ report: HistoryReport, showsAuthors: Bool, shown: @escaping (String) -> String) {
    (self.report, self.showsAuthors, self.shown) = (report, showsAuthors, shown)
    perThousand = CostCells(report.entries.map(\.total.perThousand))
    perMonth = CostCells(report.entries.map(\.total.perMonth))
  }

  var head: [String] {
    let money = report.price == nil ? [] : ["net/1,000", "gross/1,000"]
    let month = report.uses.hasMonth ? ["net/month", "gross/month"] : []
    return ["commit", "day"] + (showsAuthors ? ["author"] : []) + ["tokens", "delta", "change"] + money + month
      + ["subject"]
  }

  /// The columns that stand to the left: everything that is no number.
  var left: Set<Int> { Set([0, 1, head.count - 1] + (showsAuthors ? [2] : [])) }

  var rows: [[String]] { report.entries.indices.map(row) }

  private func row(_ index: Int) -> [String] {
    let entry = report.entries[index]
    let money = report.price == nil ? [] : perThousand.cells(index)
    let month = report.uses.hasMonth ? perMonth.cells(index) : []
    return [entry.commit.shortID, entry.commit.day] + (showsAuthors ? [shown(entry.commit.author)] : [])
      + [entry.tokensText, entry.tokens?.delta.signed ?? "?", entry.changeText] + money + month + [subject(entry)]
  }

  /// The subject, with what else happened to the names and what could not be read.
  private func subject(_ entry: HistoryEntry) -> String {
    let renames = entry.renames.prefix(Self.namedFiles).map { "\(shown($0.before)) -> \(shown($0.after))" }
    let unreadable = entry.total.unreadable.prefix(Self.namedFiles).map { "unreadable \(shown($0))" }
    let more = entry.renames.count + entry.total.unreadable.count - renames.count - unreadable.count
    let notes = renames + unreadable + (more > 0 ? ["\(more.grouped) more"] : [])
    return shown(shortened(entry.commit.subject)) + (notes.isEmpty ? "" : " (\(notes.joined(separator: ", ")))")
  }

  /// The beginning of a subject that somebody meant to be read as one.
  private func shortened(_ subject: String) -> String {
    let start = prefix(of: subject, columns: Self.subjectColumns)
    return start == subject ? subject : start + "…"
  }

  private static let subjectColumns = 72
  /// More names than this would drown the subject.
  private static let namedFiles = 2
}

/// Both costs of each commit, with as many decimal places, so that they can be read against each other.
private struct CostCells {
  private let costs: [InputCost?]
  private let places: Int

  init(_ costs: [InputCost?]) {
    self.costs = costs
    places = Money.places(for: costs.flatMap { [$0?.net, $0?.gross].compactMap(\.self) })
  }

  func cells(_ index: Int) -> [String] {
    [costs[index]?.net, costs[index]?.gross].map { $0?.formatted(places: places) ?? "unknown" }
  }
}

extension HistoryEntry {
  /// The tokens of what could be read.
  var tokensText: String { total.state == .unreadable ? "unreadable" : total.tokens.grouped }

  /// The tokens of all prompts; `nil` where there are prompts and none of them could be read.
  var knownTokens: Int? { total.state == .unreadable ? nil : total.tokens }

  /// What stands in the column of changes: a share, or the word for what has none.
  var changeText: String {
    switch change {
    case .new, .gone, .unknown: change.rawValue
    case .changed: tokens?.percentage ?? "-"
    }
  }
}
