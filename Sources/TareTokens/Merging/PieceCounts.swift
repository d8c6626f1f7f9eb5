/// Remembers how many tokens the pieces of at most 15 bytes that were met lately have: what a count asks first.
///
/// ```
/// 16 bytes   | bytes of the piece, padded with zeros (15) | length (4 bits), tokens (4 bits) |
/// ```
/// Tokens of the vocabulary are in it like any other piece: four entries share a cache line, and what is common stays
/// near, which no table that covers the vocabulary does. A piece belongs in one of two neighbours; the newer one is
/// the first. What it holds depends on the texts alone.
@safe struct PieceCounts {
  /// The most entries: 2 MB, of which a text of few words touches little.
  static let largest = 131_072
  static let smallest = 256
  private static let keyMask: UInt64 = 0x0FFF_FFFF_FFFF_FFFF

  /// SAFETY: points at twice `1 << (64 - shift)` entries owned by the working memory that made this value; a pair's
  /// number is the top `64 - shift` bits of a hash.
  private let entries: UnsafeMutablePointer<SIMD2<UInt64>>
  private let shift: UInt64

  init(_ entries: UnsafeMutablePointer<SIMD2<UInt64>>, count: Int) {
    unsafe self.entries = entries
    shift = UInt64(65 - count.trailingZeroBitCount)
  }

  @inline(__always)
  private func pair(_ key: PieceKey) -> UnsafeMutablePointer<SIMD2<UInt64>> {
    let hash = (key.low ^ key.high &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
    return unsafe entries + 2 &* Int(truncatingIfNeeded: hash &>> shift)
  }

  /// The number of tokens of the piece, or 0 when it is not known.
  @inline(__always)
  func count(_ key: PieceKey) -> Int {
    let pair = unsafe pair(key)
    let (first, second) = unsafe (pair[0], pair[1])
    let isFirst = (first.x ^ key.low) | ((first.y & Self.keyMask) ^ key.high) == 0
    let isSecond = (second.x ^ key.low) | ((second.y & Self.keyMask) ^ key.high) == 0
    let found = (isFirst ? first.y : 0) | (isSecond ? second.y : 0)
    return Int(truncatingIfNeeded: found &>> 60)
  }

  /// Remembers a piece that is not known, in place of the older of its pair.
  @inline(__always)
  func insert(_ key: PieceKey, _ count: Int) {
    let pair = unsafe pair(key)
    unsafe pair[1] = pair[0]
    unsafe pair[0] = SIMD2(key.low, key.high | UInt64(truncatingIfNeeded: count) &<< 60)
  }
}
