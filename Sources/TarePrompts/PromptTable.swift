public import TareText

/// A table, cut into cells.
public struct PromptTable: Sendable, Hashable {
  /// One cell of one row.
  public struct Cell: Sendable, Hashable {
    /// All that stands between the bars, blanks included.
    public let range: SourceRange
    /// The content, without the blanks around it.
    public let content: SourceRange
  }

  /// One row of the table.
  public struct Row: Sendable, Hashable {
    /// The line, from 0.
    public let line: Int
    /// The cells from left to right.
    public let cells: [Cell]
    /// Whether this is the row of dashes below the header.
    public let isDelimiter: Bool
  }

  /// The whole table.
  public let range: SourceRange
  /// The header, the row of dashes, and the body.
  public let rows: [Row]
}
