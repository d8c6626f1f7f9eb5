/// Some ends of pieces of a text, each with the number of tokens before it: what one pass leaves behind, so that a
/// later question reads a few hundred bytes and not the text.
///
/// ```
/// pieces       |  | |   |  |  |    |  | |  |   |
/// checkpoints  0            256+      512+     end
/// tokens       0            71        133      140
/// ```
/// Two checkpoints are at least `spacing` bytes apart, but for the last, which is the end of the text, and where an
/// edit has moved them together; they are further apart where a piece is longer.
struct Checkpoints: Sendable {
  /// The least distance in bytes: at 16 bytes of memory for each, a sixteenth of the text.
  static let usualSpacing = 256

  let spacing: Int
  private(set) var offsets = [0]
  /// The number of tokens of the text before each offset.
  private(set) var tokens = [0]

  /// The number of tokens of the whole text.
  var total: Int { tokens[tokens.count - 1] }

  /// Walks the whole text.
  init(_ walk: inout PieceWalk, spacing: Int = usualSpacing) {
    self.spacing = spacing
    var total = 0
    let last = walk.end
    walk.forEachPiece(from: 0) { _, end, tokens in
      total += tokens
      note(end, total, isLast: end == last)
      return true
    }
  }

  /// Adds a checkpoint when it is far enough from the one before, or is the end of the text.
  mutating func note(_ offset: Int, _ total: Int, isLast: Bool) {
    guard isLast || offset - offsets[offsets.count - 1] >= spacing else { return }
    offsets.append(offset)
    tokens.append(total)
  }

  /// Adds a checkpoint.
  mutating func append(_ offset: Int, _ total: Int) {
    offsets.append(offset)
    tokens.append(total)
  }

  /// The first checkpoints, up to and with the one at `index`.
  func prefix(through index: Int) -> Checkpoints {
    var result = self
    result.offsets.removeSubrange((index + 1)...)
    result.tokens.removeSubrange((index + 1)...)
    return result
  }

  /// The index of the last checkpoint whose offset is before or at what `isBefore` says; `nil` when none is.
  ///
  /// - Complexity: O(log *n*).
  func last(offset isBefore: (Int) -> Bool) -> Int? { Self.last(offsets.orderedPrefix(isBefore)) }

  /// The index of the last checkpoint whose number of tokens is before or at what `isBefore` says.
  func last(tokens isBefore: (Int) -> Bool) -> Int? { Self.last(tokens.orderedPrefix(isBefore)) }

  private static func last(_ count: Int) -> Int? { count == 0 ? nil : count - 1 }
}
