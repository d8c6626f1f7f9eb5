/// Remembers the tokens of the pieces of at most 15 bytes that were met lately: what encoding asks first.
///
/// ```
/// 32 bytes   | key and number of tokens, as in PieceCounts (16) | the first four ids (16) |
/// ```
/// A piece belongs in one of two neighbours, which share a cache line; the newer one is the first. What it holds
/// depends on the texts alone.
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

  /// The most entries: 2 MB, of which a text of few words touches little.
  static let largest = 65_536
  static let smallest = 256

  /// SAFETY: points at twice `1 << (64 - shift)` entries owned by the working memory that made this value; a pair's
  /// number is the top `64 - shift` bits of a hash.
  private let entries: UnsafeMutablePointer<Entry>
  private let shift: UInt64

  init(_ entries: UnsafeMutablePointer<Entry>, count: Int) {
    unsafe self.entries = entries
    shift = UInt64(65 - count.trailingZeroBitCount)
  }

  @inline(__always)
  private func pair(_ key: PieceKey) -> UnsafeMutablePointer<Entry> {
    let hash = (key.low ^ key.high &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
    return unsafe entries + 2 &* Int(truncatingIfNeeded: hash &>> shift)
  }

  /// The entry that holds the key if any does.
  @inline(__always)
  func entry(_ key: PieceKey) -> UnsafeMutablePointer<Entry> {
    let pair = unsafe pair(key)
    return unsafe pair + (pair[0].holds(key) ? 0 : 1)
  }

  /// Remembers a piece that is not known, in place of the older of its pair.
  func insert(_ key: PieceKey, _ count: Int, _ ids: SIMD4<TokenID>) {
    let pair = unsafe pair(key)
    unsafe pair[1] = pair[0]
    unsafe pair[0] = Entry(low: key.low, high: key.high | UInt64(count) &<< 60, ids: ids)
  }
}
