/// How many tokens a piece of 8 to 15 bytes has.
///
/// ```
/// 16 bytes   | bytes of the piece, padded with zeros (15) | length (4 bits), tokens (4 bits) |
/// ```
struct MediumCount: KnownPiece {
  private let words: SIMD2<UInt64>

  /// At most 2 MB.
  static let sizes = 256...131_072
  static let empty = MediumCount(words: SIMD2(0, 0))

  private init(words: SIMD2<UInt64>) {
    self.words = words
  }

  @inline(__always)
  init(_ key: PieceKey, _ count: Int) {
    words = SIMD2(key.low, key.high | UInt64(truncatingIfNeeded: count) &<< 60)
  }

  @inline(__always)
  static func hash(_ key: PieceKey) -> UInt64 { key.hash }

  @inline(__always)
  var key: PieceKey { PieceKey(low: words.x, high: words.y & PieceKey.withoutCount) }
  @inline(__always)
  var count: Int { Int(truncatingIfNeeded: words.y &>> 60) }

  /// The second word if it is the entry of the key, else 0.
  @inline(__always)
  fileprivate func ifHolds(_ wanted: PieceKey) -> UInt64 { key.equals(wanted) ? words.y : 0 }
}

extension PairTable<MediumCount> {
  /// The number of tokens of the piece, or 0 when it is not known.
  @inline(__always)
  func count(_ key: PieceKey, pair number: Int) -> Int {
    let (first, second) = self[pair: number]
    return Int(truncatingIfNeeded: (first.ifHolds(key) | second.ifHolds(key)) &>> 60)
  }
}
