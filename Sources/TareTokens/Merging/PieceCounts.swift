/// Remembers how many tokens the pieces of at most 15 bytes that were met lately have: what a count asks first.
///
/// ```
/// 16 bytes   | bytes of the piece, padded with zeros (15) | length (4 bits), tokens (4 bits) |
/// ```
/// Tokens of the vocabulary are in it like any other piece: four entries share a cache line and the whole table stays
/// in the second level cache, which no table that covers the vocabulary does. Direct mapped: what it holds depends on
/// the texts alone.
@safe struct PieceCounts {
  /// The most entries: 512 KB.
  static let largest = 32_768
  static let smallest = 256
  private static let keyMask: UInt64 = 0x0FFF_FFFF_FFFF_FFFF

  /// SAFETY: points at `1 << (64 - shift)` entries owned by the working memory that made this value; a slot is the
  /// top `64 - shift` bits of a hash.
  private let entries: UnsafeMutablePointer<SIMD2<UInt64>>
  private let shift: UInt64

  init(_ entries: UnsafeMutablePointer<SIMD2<UInt64>>, count: Int) {
    unsafe self.entries = entries
    shift = UInt64(64 - count.trailingZeroBitCount)
  }

  @inline(__always)
  private func slot(_ key: PieceKey) -> Int {
    let hash = (key.low ^ key.high &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
    return Int(truncatingIfNeeded: hash &>> shift)
  }

  /// The number of tokens of the piece, or 0 when it is not known.
  @inline(__always)
  func count(_ key: PieceKey) -> Int {
    let entry = unsafe entries[slot(key)]
    let difference = (entry.x ^ key.low) | ((entry.y & Self.keyMask) ^ key.high)
    return difference == 0 ? Int(truncatingIfNeeded: entry.y &>> 60) : 0
  }

  /// Remembers the piece in place of what was there.
  @inline(__always)
  func insert(_ key: PieceKey, _ count: Int) {
    unsafe entries[slot(key)] = SIMD2(key.low, key.high | UInt64(truncatingIfNeeded: count) &<< 60)
  }
}
