/// A walk over a text together with the checkpoints of an earlier one: finds places by tokens, and counts ranges.
struct IndexedText: CuttableText {
  private(set) var walk: PieceWalk
  let checkpoints: Checkpoints
  /// The token ends of the long piece looked into last: whoever cuts a text asks for the same one again and again.
  private var longPiece = LongPiece()

  private struct LongPiece {
    /// In bytes: below it, looking twice is no matter.
    static let length = 1_024
    var start = -1
    var ends: [Int] = []
  }

  init(_ walk: PieceWalk, _ checkpoints: Checkpoints) {
    self.walk = walk
    self.checkpoints = checkpoints
  }

  var text: TextCursor { walk.text }
  /// The number of tokens.
  var total: Int { checkpoints.total }

  // MARK: Ranges

  /// The number of tokens that the bytes in `range` have as a text of their own.
  ///
  /// Splits from the start of the range until it meets a checkpoint, from where on both splittings are the same (law
  /// 1 of ``PieceWalk``); takes the tokens between there and the last checkpoint that the end of the range leaves
  /// settled (law 2) from the checkpoints; and splits the rest.
  ///
  /// - Complexity: O(log *n* + bytes until the two splittings meet + bytes of the pieces at both ends).
  func count(in range: Range<Int>) -> Int {
    var part = walk.cut(at: range.upperBound)
    let goal = lastCheckpoint(settledBy: range)
    var next = 1 + (checkpoints.last(offset: { $0 < range.lowerBound }) ?? -1)
    var place = range.lowerBound
    var total = 0
    while place < range.upperBound {
      while next <= goal, checkpoints.offsets[next] < place { next += 1 }
      if next <= goal, checkpoints.offsets[next] == place {
        total += checkpoints.tokens[goal] - checkpoints.tokens[next]
        place = checkpoints.offsets[goal]
        next = goal + 1
      } else {
        let end = part.pieceEnd(place)
        total += part.count(place, end)
        place = end
      }
    }
    return total
  }

  /// The last checkpoint up to which the pieces are the same when the text ends with `range`.
  private func lastCheckpoint(settledBy range: Range<Int>) -> Int {
    guard range.upperBound < text.end else { return checkpoints.offsets.count - 1 }
    return checkpoints.lastSettled(by: range.upperBound, in: walk, notBefore: range.lowerBound) ?? -1
  }

  // MARK: Places of tokens

  /// The number of tokens that end at or before `offset`.
  ///
  /// - Complexity: O(log *n* + bytes of the piece there).
  mutating func tokens(before offset: Int) -> Int {
    let index = checkpoints.last(offset: { $0 <= offset }) ?? 0
    var place = checkpoints.offsets[index]
    var total = checkpoints.tokens[index]
    while place < text.end {
      let next = pieceEnd(place)
      if next > offset { return total + tokenEnds(place, next).orderedPrefix { $0 <= offset } }
      total += count(place, next)
      place = next
    }
    return total
  }

  /// The last end of a token that is the edge of a character and has at most `number` tokens before it.
  ///
  /// - Complexity: O(log *n* + bytes of the piece there).
  mutating func tokenEnd(atMost number: Int) -> Int {
    let (place, next, inside) = locate(number)
    guard let next else { return place }
    let ends = tokenEnds(place, next)
    return ends.prefix(inside).last { walk.text.isScalarEdge($0) } ?? place
  }

  /// The first start of a token that is the edge of a character and has at least `number` tokens before it.
  ///
  /// - Complexity: O(log *n* + bytes of the piece there).
  mutating func tokenStart(atLeast number: Int) -> Int {
    let (place, next, inside) = locate(number)
    guard let next, inside > 0 else { return place }
    let ends = tokenEnds(place, next)
    return ends.dropFirst(inside - 1).first { walk.text.isScalarEdge($0) } ?? next
  }

  /// The piece in which the first `number` tokens end, and how many of them are inside it; no end when there are no
  /// so many.
  private mutating func locate(_ number: Int) -> (start: Int, end: Int?, inside: Int) {
    let index = checkpoints.last(tokens: { $0 <= number }) ?? 0
    var place = checkpoints.offsets[index]
    var left = max(0, number) - checkpoints.tokens[index]
    while place < text.end {
      let next = pieceEnd(place)
      let tokens = count(place, next)
      if tokens > left { return (place, next, left) }
      left -= tokens
      place = next
    }
    return (place, nil, 0)
  }

  // MARK: Pieces

  private mutating func pieceEnd(_ start: Int) -> Int {
    if start == longPiece.start, let end = longPiece.ends.last { return end }
    return walk.pieceEnd(start)
  }

  private mutating func count(_ start: Int, _ end: Int) -> Int {
    end - start < LongPiece.length ? walk.count(start, end) : tokenEnds(start, end).count
  }

  private mutating func tokenEnds(_ start: Int, _ end: Int) -> [Int] {
    if start == longPiece.start { return longPiece.ends }
    let ends = walk.tokens(start, end).map(\.end)
    if end - start >= LongPiece.length { longPiece = LongPiece(start: start, ends: ends) }
    return ends
  }
}
