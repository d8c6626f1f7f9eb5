/// Remembers the tokens of the pieces of 16 to 31 bytes that were met lately.
///
/// ```
/// 64 bytes   | bytes, padded with zeros (31) | length - 16 (4 bits), tokens (4 bits) | up to eight ids (32) |
/// ```
/// A piece of more than eight tokens is rare, and not kept. Direct mapped: what it holds depends on the texts alone.
@safe struct LongPieces {
  struct Entry {
    var key = SIMD4<UInt64>(repeating: 0)
    var ids = SIMD8<TokenID>(repeating: 0)

    init() {}

    /// The entry of a key and the `count` tokens at `tokens`.
    init(_ key: SIMD4<UInt64>, _ tokens: UnsafePointer<TokenID>, _ count: Int) {
      assert(count <= LongPieces.mostTokens)
      self.key = key
      self.key.w |= UInt64(count) &<< 60
      // SAFETY: the caller has that many tokens.
      for index in 0..<count { ids[index] = unsafe tokens[index] }
    }

    @inline(__always)
    func holds(_ wanted: SIMD4<UInt64>) -> Bool {
      let difference = key ^ wanted
      return difference.x | difference.y | difference.z | (difference.w & 0x0FFF_FFFF_FFFF_FFFF) == 0
    }
    @inline(__always)
    var count: Int { Int(truncatingIfNeeded: key.w &>> 60) }
  }

  static let lengths = 16...31
  static let mostTokens = 8
  /// The most entries: 512 KB.
  static let largest = 8_192
  static let smallest = 32

  /// SAFETY: points at `1 << (64 - shift)` entries owned by the working memory that made this value; a slot is the
  /// top `64 - shift` bits of a hash.
  private let entries: UnsafeMutablePointer<Entry>
  private let shift: UInt64

  init(_ entries: UnsafeMutablePointer<Entry>, count: Int) {
    unsafe self.entries = entries
    shift = UInt64(64 - count.trailingZeroBitCount)
  }

  /// The ids of an entry of the table.
  @inline(__always)
  static func ids(_ entry: UnsafeMutablePointer<Entry>) -> UnsafePointer<TokenID> {
    let offset = MemoryLayout<SIMD4<UInt64>>.stride
    return unsafe UnsafePointer((UnsafeMutableRawPointer(entry) + offset).assumingMemoryBound(to: TokenID.self))
  }

  /// The entry where the key belongs, whatever it holds.
  @inline(__always)
  func entry(_ key: SIMD4<UInt64>) -> UnsafeMutablePointer<Entry> {
    let first = (key.x ^ key.y &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
    let second = (key.z ^ key.w &* 0x9E37_79B9_7F4A_7C15) &* 0xA076_1D64_78BD_642F
    let hash = (first ^ second &>> 29) &* 0xD6E8_FEB8_6659_FD93
    return unsafe entries + Int(truncatingIfNeeded: hash &>> shift)
  }
}
