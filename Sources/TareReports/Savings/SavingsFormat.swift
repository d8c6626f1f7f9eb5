public import TareSavings

/// How a comparison of prompts can be written.
public enum SavingsFormat: String, Sendable, Hashable, CaseIterable {
  /// For a terminal.
  case text
  /// A comment on a pull request or the summary of a workflow's step.
  case markdown
  /// Every number, exact.
  case json
  /// One row for each prompt.
  case csv
  /// JUnit's XML.
  case junit
  /// One self-contained page with charts.
  case html
  /// As few tokens as it takes, for a model that acts on it.
  case llm
}

extension SavingsReport {
  /// The report in `format`; the same report is the same bytes.
  ///
  /// - Parameters:
  ///   - commentID: What a comment goes by, so that a later run replaces it and no other; `nil` where there is one
  ///     comment only.
  ///   - history: What the prompts came to at each commit in between, which a page draws.
  public func rendered(
    as format: SavingsFormat, commentID: String? = nil, history: HistoryReport? = nil, toolVersion: String
  ) -> String {
    switch format {
    case .text: text
    case .markdown: markdown(id: commentID)
    case .json: json
    case .csv: csv
    case .junit: jUnit
    case .html: html(history: history, toolVersion: toolVersion)
    case .llm: llm
    }
  }
}
