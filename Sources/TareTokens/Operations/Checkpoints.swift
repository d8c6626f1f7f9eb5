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
  /// For patterns that were read at run time, the furthest place they had looked at before each offset; they may look
  /// at anything, so it has to be remembered.
  private(set) var reaches: [Int] = []

  /// The number of tokens of the whole text.
  var total: Int { tokens[tokens.count - 1] }

  /// Walks the whole text.
  init(_ walk: inout PieceWalk, spacing: Int = usualSpacing) {
    self.spacing = spacing
    if walk.isTabled {
      noteReaches(&walk)
      return
    }
    var total = 0
    let last = walk.end
    walk.forEachPiece(from: 0) { _, end, tokens in
      total += tokens
      note(end, total, isLast: end == last)
      return true
    }
  }

  private mutating func noteReaches(_ walk: inout PieceWalk) {
    reaches = [-1]
    var place = 0
    var total = 0
    while place < walk.end {
      let end = walk.pieceEnd(place)
      total += walk.count(place, end)
      place = end
      note(place, total, reach: walk.furthest, isLast: place == walk.end)
    }
  }

  /// The two ends of a text, where nothing between them is known.
  init(end: Int, total: Int) {
    spacing = Self.usualSpacing
    if end > 0 { append(end, total) }
  }

  /// Adds a checkpoint when it is far enough from the one before, or is the end of the text.
  mutating func note(_ offset: Int, _ total: Int, reach: Int = 0, isLast: Bool) {
    guard isLast || offset - offsets[offsets.count - 1] >= spacing else { return }
    append(offset, total, reach: reach)
  }

  /// Adds a checkpoint.
  mutating func append(_ offset: Int, _ total: Int, reach: Int = 0) {
    offsets.append(offset)
    tokens.append(total)
    if let last = reaches.last { reaches.append(max(last, reach)) }
  }

  /// The first checkpoints, up to and with the one at `index`.
  func prefix(through index: Int) -> Checkpoints {
    var result = self
    result.offsets.removeSubrange((index + 1)...)
    result.tokens.removeSubrange((index + 1)...)
    if !reaches.isEmpty { result.reaches.removeSubrange((index + 1)...) }
    return result
  }

  /// The index of the last checkpoint whose offset is before or at what `isBefore` says; `nil` when none is.
  ///
  /// - Complexity: O(log *n*).
  func last(offset isBefore: (Int) -> Bool) -> Int? { Self.last(offsets.orderedPrefix(isBefore)) }

  /// The index of the last checkpoint whose number of tokens is before or at what `isBefore` says.
  func last(tokens isBefore: (Int) -> Bool) -> Int? { Self.last(tokens.orderedPrefix(isBefore)) }

  /// The index of the last checkpoint that the first `end` bytes of the text settle; `nil` when only its start is.
  ///
  /// - Parameter floor: Where the caller's interest begins.
  /// - Complexity: O(log *n*), and O(length of the runs that end there).
  func lastSettled(by end: Int, in walk: PieceWalk, notBefore floor: Int = 0) -> Int? {
    guard reaches.isEmpty else {
      let whole = walk.text.wholeScalars(before: end)
      return Self.last(reaches.orderedPrefix { $0 < whole })
    }
    let settled = walk.settledEnd(end, notBefore: floor)
    return last(offset: { $0 < settled })
  }

  private static func last(_ count: Int) -> Int? { count == 0 ? nil : count - 1 }
}
