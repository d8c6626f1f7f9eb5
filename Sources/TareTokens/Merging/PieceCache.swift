/// Remembers the tokens of recent pieces that are more than one token, so that they are merged once.
///
/// Direct mapped and of fixed size: what it holds depends on the text alone, and it never grows.
@safe struct PieceCache {
  /// One piece: 32 bytes, half a cache line.
  struct Entry {
    var low: UInt64 = 0
    /// The key's high word; the number of tokens in the four top bits, which the key leaves free.
    var high: UInt64 = 0
    var ids: (TokenID, TokenID, TokenID, TokenID) = (0, 0, 0, 0)

    @inline(__always)
    func holds(_ key: PieceKey) -> Bool { low == key.low && high & 0x0FFF_FFFF_FFFF_FFFF == key.high }
    @inline(__always)
    var count: Int { Int(truncatingIfNeeded: high &>> 60) }
  }

  /// SAFETY: `entries` points at `mask + 1` entries owned by the working memory that made this value.
  private let entries: UnsafeMutablePointer<Entry>
  private let mask: Int

  init(_ entries: UnsafeMutablePointer<Entry>, count: Int) {
    unsafe self.entries = entries
    mask = count - 1
  }

  /// The entry where the key belongs, whatever it holds.
  @inline(__always)
  func entry(_ key: PieceKey) -> UnsafeMutablePointer<Entry> {
    let hash = (key.low ^ key.high &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
    return unsafe entries + (Int(truncatingIfNeeded: hash &>> 40) & mask)
  }
}
