/// How many tokens a piece of at most 7 bytes has: nine of ten pieces of a text in Latin letters, and what a count asks
/// first.
///
/// ```
/// 8 bytes   | bytes of the piece, padded with zeros (7) | length (4 bits), tokens (4 bits) |
/// ```
/// Eight of them share a cache line, so the words of a long text stay in the second level cache, which is most of what
/// makes a count fast.
struct ShortCount: KnownPiece {
  private let word: UInt64

  /// At most 2 MB.
  static let sizes = 1_024...262_144
  static let empty = ShortCount(word: 0)

  private init(word: UInt64) {
    self.word = word
  }

  @inline(__always)
  init(_ key: UInt64, _ count: Int) {
    word = key | UInt64(truncatingIfNeeded: count) &<< 60
  }

  @inline(__always)
  static func hash(_ key: UInt64) -> UInt64 { key &* PieceKey.factors.0 }

  @inline(__always)
  var key: UInt64 { word & PieceKey.withoutCount }
  @inline(__always)
  var count: Int { Int(truncatingIfNeeded: word &>> 60) }

  /// The entry if it is that of the key, as a word, else 0.
  @inline(__always)
  fileprivate func ifHolds(_ wanted: UInt64) -> UInt64 { key == wanted ? word : 0 }
}

extension PairTable<ShortCount> {
  /// The number of tokens of the piece, or 0 when it is not known.
  @inline(__always)
  func count(_ key: UInt64, pair number: Int) -> Int {
    let (first, second) = self[pair: number]
    return Int(truncatingIfNeeded: (first.ifHolds(key) | second.ifHolds(key)) &>> 60)
  }
}
