public import TareSavings

/// How a history can be written.
public enum HistoryFormat: String, Sendable, Hashable, CaseIterable {
  /// For a terminal.
  case text
  /// A page of Markdown, or the summary of a workflow's step.
  case markdown
  /// Every number, exact.
  case json
  /// One row for each commit.
  case csv
  /// One self-contained page with a chart.
  case html
}

extension HistoryReport {
  /// The report in `format`; the same report is the same bytes.
  ///
  /// - Parameter showsAuthors: Whether tables for people have a column for who wrote each commit.
  public func rendered(as format: HistoryFormat, showsAuthors: Bool = false, toolVersion: String) -> String {
    switch format {
    case .text: text(showsAuthors: showsAuthors)
    case .markdown: markdown(showsAuthors: showsAuthors)
    case .json: json
    case .csv: csv
    case .html: html(showsAuthors: showsAuthors, toolVersion: toolVersion)
    }
  }
}
