/// The number of tokens of a piece whose end is not known yet, and which may turn out to have ended long ago.
///
/// ```
/// 中 A A A A A A A A …      a lower case letter to come makes all of it one piece;
///   └ mark                  anything else, and the piece ended at the mark: what follows it is the next one
/// ```
/// Both answers are kept ready: the count up to the mark, and the count of what follows it as a piece of its own.
struct OpenPieceCount {
  private let vocabulary: Vocabulary
  private let block: Int
  private var whole: LongPieceCount
  private var mark: Int?
  /// Known once the bytes up to the mark are about to be forgotten; until then they can still be counted.
  private var parts: (tokensBeforeMark: Int, behindMark: LongPieceCount)?

  init(_ vocabulary: Vocabulary, block: Int) {
    self.vocabulary = vocabulary
    self.block = block
    whole = LongPieceCount(vocabulary, block: block)
  }

  /// Whether nothing has been taken in.
  var isEmpty: Bool { whole.byteCount == 0 }
  /// Whether nothing has come behind the mark.
  var endsAtMark: Bool { mark == whole.byteCount }

  mutating func append(_ bytes: ArraySlice<UInt8>) {
    whole.append(bytes)
    parts?.behindMark.append(bytes)
    while whole.canSettle {
      if let mark, parts == nil, mark < whole.settlingLimit {
        parts = (whole.count(upTo: mark), LongPieceCount(vocabulary, whole.bytes(from: mark), block: block))
      }
      whole.settle()
    }
    while parts?.behindMark.canSettle == true { parts?.behindMark.settle() }
  }

  /// From now on the piece may have ended here, and no longer at the mark before.
  mutating func setMark() {
    mark = whole.byteCount
    parts = nil
  }

  /// The piece has not ended at the mark.
  mutating func removeMark() {
    mark = nil
    parts = nil
  }

  /// The number of tokens when all of it is one piece.
  var countAsOne: Int { whole.count }

  /// The number of tokens when a piece ended at the mark and another one at the end; where there is no mark, or nothing
  /// behind it, all of it is one.
  var countDivided: Int {
    if let parts { return parts.tokensBeforeMark + parts.behindMark.count }
    guard let mark, mark < whole.byteCount else { return countAsOne }
    return whole.count(upTo: mark) + LongPieceCount(vocabulary, whole.bytes(from: mark), block: block).count
  }
}
