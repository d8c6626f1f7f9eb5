public import TareSavings
import TareText

extension HistoryReport {
  /// The report for a terminal: a headline, a line of blocks, a table, and what the numbers rest on.
  ///
  /// - Parameter showsAuthors: Whether the table has a column for who wrote each commit.
  public func text(showsAuthors: Bool = false) -> String {
    var blocks = [[title(shownName)] + (modelText.map { ["model \($0)"] } ?? []) + [headline]]
    if !entries.isEmpty {
      let columns = HistoryColumns(self, showsAuthors: showsAuthors, shown: shownName)
      blocks += [trend, aligned([columns.head] + columns.rows, left: columns.left)].filter { !$0.isEmpty }
      blocks.append(assumptions.flatMap { wrapped($0, to: 80) })
    }
    return blocks.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  /// As many blocks as fit on a line beside what they mean.
  private static let trendWidth = 60

  /// The tokens of all commits as blocks; of a single one there is nothing to see.
  var trend: [String] {
    let tokens = entries.reversed().map { $0.total.state == .present ? $0.total.tokens : nil }
    let known = tokens.compactMap(\.self)
    guard known.count > 1, let low = known.min(), let high = known.max() else { return [] }
    let extent = low == high ? "\(low.grouped) tokens throughout" : "\(low.grouped) to \(high.grouped) tokens"
    let step = tokens.count > Self.trendWidth ? ", each block the last of several commits" : ""
    return ["\(sparkline(tokens, width: Self.trendWidth))  \(extent), the oldest first\(step)"]
  }
}
