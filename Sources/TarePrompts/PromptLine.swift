public import TareText

/// One line of a prompt and what it is part of.
public struct PromptLine: Sendable, Hashable {
  /// What a line is part of.
  public enum Kind: Sendable, Hashable {
    /// Nothing but white space.
    case blank
    /// Running text: paragraphs, list items, quotations, and the text between tags.
    case prose
    /// A heading, with its underline if it has one.
    case heading
    /// Code, its fences included.
    case code
    /// A row of a table.
    case table
    /// A line of tags, or part of a comment.
    case html
    /// Anything else: thematic breaks, link definitions.
    case other
    /// Front matter, its delimiters included.
    case frontMatter
    /// Something else that is never sent: statements and comments of a template, the structure of a data file.
    case notSent
  }

  /// The number of the line, from 0.
  public let index: Int
  /// Its bytes without the line ending and without a byte order mark.
  public let range: SourceRange
  /// What it is part of.
  public let kind: Kind
}
