/// A piece of 1 to 15 bytes as two words: the bytes, first byte lowest, and the length in the top byte of the second.
struct PieceKey: Hashable {
  let low: UInt64
  let high: UInt64

  @inline(__always)
  init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  /// The key of `bytes`.
  ///
  /// - Precondition: `1 <= bytes.count <= 15`.
  init(_ bytes: [UInt8]) {
    var words: (UInt64, UInt64) = (0, UInt64(bytes.count) << 56)
    for (index, byte) in bytes.enumerated() {
      if index < 8 { words.0 |= UInt64(byte) << (8 * index) } else { words.1 |= UInt64(byte) << (8 * (index - 8)) }
    }
    self.init(low: words.0, high: words.1)
  }

  /// The number of bytes.
  @inline(__always)
  var length: Int { Int(truncatingIfNeeded: high &>> 56) }

  /// A piece of at most 7 bytes as one word: the length in the top byte.
  @inline(__always)
  var word: UInt64 { low | high }

  /// What the tables of recent pieces place it by; the high bits are the good ones.
  @inline(__always)
  var hash: UInt64 { (low ^ high &* Self.factors.0) &* Self.factors.1 }

  /// The bits of a key's last word, without the four above them, which entries of tables use for a number of tokens.
  static let withoutCount: UInt64 = 0x0FFF_FFFF_FFFF_FFFF

  /// The same as `==`, without a branch.
  @inline(__always)
  func equals(_ other: PieceKey) -> Bool { (low ^ other.low) | (high ^ other.high) == 0 }

  static let factors: (UInt64, UInt64) = (0x9E37_79B9_7F4A_7C15, 0xD6E8_FEB8_6659_FD93)

  /// A key that no piece has.
  static let none = PieceKey(low: .max, high: 0)
}
