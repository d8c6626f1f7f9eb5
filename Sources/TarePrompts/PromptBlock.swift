public import TareText

/// One block of a prompt: a heading, a paragraph, a fence, or something that holds blocks.
public struct PromptBlock: Sendable, Hashable {
  /// What a block is.
  public enum Kind: Sendable, Hashable {
    /// A heading of level 1 to 6, in either notation.
    case heading(level: Int)
    /// Running text.
    case paragraph
    /// Code between fences, with the info string behind the opening one.
    case fence(info: String)
    /// Code that is code by its indentation.
    case indentedCode
    /// A block of HTML or XML tags.
    case html
    /// A table.
    case table
    /// A thematic break.
    case thematicBreak
    /// A quotation, which holds blocks.
    case quote
    /// A list, which holds items.
    case list(isOrdered: Bool)
    /// An item, which holds blocks.
    case listItem
  }

  /// What the block is.
  public let kind: Kind
  /// The lines it covers, from 0; fences and underlines belong to their block.
  public let lines: Range<Int>
  /// The bytes of those lines, without the last line ending.
  public let range: SourceRange
  /// The index of the block that holds this one; `nil` for a block of the document itself.
  public let parent: Int?
  /// How many blocks hold this one.
  public let depth: Int

  /// Whether the block holds other blocks.
  public var isContainer: Bool {
    switch kind {
    case .quote, .list, .listItem: true
    default: false
    }
  }

  /// Whether the text of the block is code.
  public var isCode: Bool {
    switch kind {
    case .fence, .indentedCode: true
    default: false
    }
  }
}
