/// What md4c says about a text, before anything has a line: blocks in the order they open, and inline spans.
///
/// md4c gives no positions, only pointers to the pieces of text it meets. A block that holds such a piece is anchored
/// by it; how the lines around the anchor are found is the business of `BlockPlacement`.
struct MarkdownOutline {
  /// A block and the text md4c reported inside it.
  struct Block {
    var kind: PromptBlock.Kind
    let parent: Int?
    let depth: Int
    /// How many of the blocks around it are lists.
    let listDepth: Int
    /// From the first to behind the last byte of text reported in the block, if any was.
    var text: Range<Int>?
    /// How many lines of code or tags it holds.
    var lineCount = 0
    /// The character of the fence; 0 for code by indentation.
    var fence: UInt8 = 0
    /// For a table: its rows, and the row in which its first text stands.
    var rowCount = 0
    var anchorRow = 0

    mutating func include(_ range: Range<Int>) {
      text = text.map { min($0.lowerBound, range.lowerBound)..<max($0.upperBound, range.upperBound) } ?? range
    }
  }

  /// A link, an image or code in a line, with the text md4c reported inside it.
  struct Span {
    let kind: InlineSpan.Kind
    var text: Range<Int>?
  }

  var blocks: [Block] = []
  var spans: [Span] = []
  /// What kept md4c from being asked, or from being asked for everything; `nil` where the outline is whole.
  var unread: UnreadStructure?
}
