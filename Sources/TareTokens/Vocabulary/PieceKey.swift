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
}
