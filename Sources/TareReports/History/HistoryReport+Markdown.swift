public import TareSavings

extension HistoryReport {
  /// The report as a page of Markdown.
  ///
  /// - Parameter showsAuthors: Whether the table has a column for who wrote each commit.
  public func markdown(showsAuthors: Bool = false) -> String {
    var blocks = ["### \(headline)", title(markdownCode) + (modelText.map { ". Model \($0)." } ?? ".")]
    if !entries.isEmpty {
      blocks += trend + [table(HistoryColumns(self, showsAuthors: showsAuthors, shown: markdownText))]
      blocks.append(assumptions.map { "- \($0)" }.joined(separator: "\n"))
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private func table(_ columns: HistoryColumns) -> String {
    let rulers = columns.head.indices.map { columns.left.contains($0) ? ":--" : "--:" }
    return ([columns.head, rulers] + columns.rows).map { "| " + $0.joined(separator: " | ") + " |" }
      .joined(separator: "\n")
  }
}
