/// How a forecast can be written.
public enum ForecastFormat: String, Sendable, Hashable, CaseIterable {
  /// For a terminal.
  case text
  /// A comment on a pull request or the summary of a workflow's step.
  case markdown
  /// Every number, exact.
  case json
  /// One row for each line of each scenario.
  case csv
  /// One self-contained page with a chart for each scenario.
  case html
}

extension ForecastReport {
  /// The report in `format`; the same report is the same bytes.
  public func rendered(as format: ForecastFormat, toolVersion: String) -> String {
    switch format {
    case .text: text
    case .markdown: markdown
    case .json: json
    case .csv: csv
    case .html: html(toolVersion: toolVersion)
    }
  }
}
