/// What tells most words apart before their bytes are compared, and where to look for one.
///
/// ```
/// c                  1 byte        head c … c
/// c a t              2 or 3        the first two bytes, the last two
/// h o u s e          4 to 8        the first four, the last four
/// l i b r a r i e s  more          the first eight; the rest goes into the hash alone
/// ```
/// With the length, the head of a word of up to eight bytes is the word.
struct WordKey: Sendable, Hashable {
  let head: UInt64
  let length: Int32
  /// 31 bits.
  let hash: Int32

  /// Anew in every process, so that nobody can write a text whose words all collide.
  static let seed = UInt64(truncatingIfNeeded: Hasher().finalize()) | 1

  init(_ word: Span<UInt8>, seed: UInt64) {
    // SAFETY: a byte has no padding, so all there is to read has been written.
    let bytes = unsafe word.bytes
    let count = bytes.byteCount
    head = Self.head(of: bytes, count)
    length = Int32(truncatingIfNeeded: count)
    var hash = Self.folded(seed ^ head ^ UInt64(truncatingIfNeeded: count) << 56, seed)
    var offset = 8
    while offset < count {
      hash = Self.folded(hash ^ bytes.word64(at: min(offset, count - 8)), seed)
      offset += 8
    }
    self.hash = Int32(truncatingIfNeeded: hash & 0x7FFF_FFFF)
  }

  private static func head(of bytes: RawSpan, _ count: Int) -> UInt64 {
    if count >= 8 { return bytes.word64(at: 0) }
    if count >= 4 { return UInt64(bytes.word32(at: 0)) << 32 | UInt64(bytes.word32(at: count - 4)) }
    if count >= 2 { return UInt64(bytes.word16(at: 0)) << 16 | UInt64(bytes.word16(at: count - 2)) }
    return count == 1 ? UInt64(bytes.byte(at: 0)) : 0
  }

  private static func folded(_ value: UInt64, _ seed: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: seed ^ 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }
}

extension RawSpan {
  // SAFETY, of all: the span checks that the bytes are there, and any bits are a number.
  fileprivate func byte(at offset: Int) -> UInt8 { unsafe unsafeLoad(fromByteOffset: offset, as: UInt8.self) }
  fileprivate func word16(at offset: Int) -> UInt16 {
    unsafe unsafeLoadUnaligned(fromByteOffset: offset, as: UInt16.self)
  }
  fileprivate func word32(at offset: Int) -> UInt32 {
    unsafe unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self)
  }
  /// Eight bytes in the order of the machine, which only ever meet others of the same.
  func word64(at offset: Int) -> UInt64 { unsafe unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self) }
}
