/// The tokens of a piece of 8 to 15 bytes, or of a shorter one that has three or four.
///
/// ```
/// 32 bytes   | key and number of tokens, as in MediumCount (16) | the first four ids (16) |
/// ```
struct MediumTokens: KnownPiece {
  private let counted: MediumCount
  let ids: SIMD4<TokenID>

  static let mostTokens = 4
  /// At most 4 MB.
  static let sizes = 256...131_072
  static let empty = MediumTokens(.init(low: 0, high: 0), SIMD4(), 0)

  @inline(__always)
  init(_ key: PieceKey, _ ids: SIMD4<TokenID>, _ count: Int) {
    counted = MediumCount(key, count)
    self.ids = ids
  }

  @inline(__always)
  static func hash(_ key: PieceKey) -> UInt64 { key.hash }

  @inline(__always)
  var key: PieceKey { counted.key }
  @inline(__always)
  var count: Int { counted.count }
}

extension PairTable<MediumTokens> {
  /// What is known of the piece: its tokens, of which there are `count`, or anything and 0.
  @inline(__always)
  func tokens(_ key: PieceKey, pair number: Int) -> (ids: SIMD4<TokenID>, count: Int) {
    let (first, second) = self[pair: number]
    let (isFirst, isSecond) = (first.key.equals(key), second.key.equals(key))
    return (isFirst ? first.ids : second.ids, (isFirst ? first.count : 0) | (isSecond ? second.count : 0))
  }
}
