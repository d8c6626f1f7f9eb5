public import TareText

/// What keeps the structure of a prompt from being read: text that would take more than linear time, which nobody
/// writes by hand.
public struct UnreadStructure: Sendable, Hashable {
  /// What there is too much of.
  public enum Reason: Sendable, Hashable {
    /// A line opens too many quotations and lists.
    case nesting
    /// Tables have far more cells than the text has bytes.
    case tableCells
    /// A paragraph has too many lines and links.
    case links
    /// The text is longer than a reader of Markdown can count.
    case length
  }

  /// What there is too much of.
  public let reason: Reason
  /// The line on which it became too much.
  public let range: SourceRange
}

extension UnreadStructure: CustomStringConvertible {
  /// What is wrong, to be read behind the place.
  public var description: String {
    switch reason {
    case .nesting: "line opens too many quotations and lists"
    case .tableCells: "tables have far more cells than text"
    case .links: "paragraph has too many lines and links"
    case .length: "text is too long"
    }
  }
}
