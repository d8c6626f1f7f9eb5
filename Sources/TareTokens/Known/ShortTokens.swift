/// The tokens of a piece of at most 7 bytes and two tokens: what encoding asks first.
///
/// ```
/// 16 bytes   | two ids (8) | key and number of tokens, as in ShortCount (8) |
/// ```
struct ShortTokens: KnownPiece {
  let ids: SIMD2<TokenID>
  private let word: UInt64

  static let mostTokens = 2
  /// At most 2 MB.
  static let sizes = 512...131_072
  static let empty = ShortTokens(0, SIMD2(), 0)

  @inline(__always)
  init(_ key: UInt64, _ ids: SIMD2<TokenID>, _ count: Int) {
    self.ids = ids
    word = key | UInt64(truncatingIfNeeded: count) &<< 60
  }

  @inline(__always)
  static func hash(_ key: UInt64) -> UInt64 { ShortCount.hash(key) }

  @inline(__always)
  var key: UInt64 { word & PieceKey.withoutCount }
  @inline(__always)
  var count: Int { Int(truncatingIfNeeded: word &>> 60) }
}

extension PairTable<ShortTokens> {
  /// What is known of the piece: its tokens, of which there are `count`, or anything and 0.
  @inline(__always)
  func tokens(_ key: UInt64, pair number: Int) -> (ids: SIMD2<TokenID>, count: Int) {
    let (first, second) = self[pair: number]
    let (isFirst, isSecond) = (first.key == key, second.key == key)
    return (isFirst ? first.ids : second.ids, (isFirst ? first.count : 0) | (isSecond ? second.count : 0))
  }
}
