/// Remembers the tokens of the pieces of at most 15 bytes that were met lately: what encoding asks first.
///
/// ```
/// 32 bytes   | key and number of tokens, as in PieceCounts (16) | the first four ids (16) |
/// ```
/// Direct mapped: what it holds depends on the texts alone.
@safe struct PieceTokens {
  struct Entry {
    var low: UInt64 = 0
    var high: UInt64 = 0
    var ids = SIMD4<TokenID>(repeating: 0)

    @inline(__always)
    func holds(_ key: PieceKey) -> Bool { (low ^ key.low) | ((high & 0x0FFF_FFFF_FFFF_FFFF) ^ key.high) == 0 }
    @inline(__always)
    var count: Int { Int(truncatingIfNeeded: high &>> 60) }
  }

  /// The most entries: 512 KB.
  static let largest = 16_384
  static let smallest = 256

  /// SAFETY: points at `1 << (64 - shift)` entries owned by the working memory that made this value; a slot is the
  /// top `64 - shift` bits of a hash.
  private let entries: UnsafeMutablePointer<Entry>
  private let shift: UInt64

  init(_ entries: UnsafeMutablePointer<Entry>, count: Int) {
    unsafe self.entries = entries
    shift = UInt64(64 - count.trailingZeroBitCount)
  }

  /// The entry where the key belongs, whatever it holds.
  @inline(__always)
  func entry(_ key: PieceKey) -> UnsafeMutablePointer<Entry> {
    let hash = (key.low ^ key.high &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
    return unsafe entries + Int(truncatingIfNeeded: hash &>> shift)
  }
}
