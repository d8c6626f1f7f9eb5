/// The checksum of a pack: it tells a damaged or swapped file, not a forged one.
enum PackChecksum {
  private static let seeds: [UInt64] = [
    0x5441_5245_5041_434B, 0x9E37_79B9_7F4A_7C15, 0xD6E8_FEB8_6659_FD93, 0xA076_1D64_78BD_642F,
  ]

  /// Folds whole blocks of four little-endian words, each word into a state of its own, so that reading a pack takes
  /// a few milliseconds; bytes behind the last whole block are not covered (a pack has none).
  static func of(_ bytes: Span<UInt8>) -> UInt64 {
    unsafe bytes.withUnsafeBytes { unsafe of($0) }
  }

  private static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var (a, b, c, d) = (seeds[0], seeds[1], seeds[2], seeds[3])
    var index = 0
    while index + 32 <= bytes.count {
      // SAFETY: the 32 bytes from `index` are inside the buffer, and every bit pattern is an integer.
      let block = unsafe bytes.loadUnaligned(fromByteOffset: index, as: SIMD4<UInt64>.self)
      a = KeyHash.hash(a &+ 0x2545_F491_4F6C_DD1D, UInt64(littleEndian: block.x))
      b = KeyHash.hash(b &+ 0x2545_F491_4F6C_DD1D, UInt64(littleEndian: block.y))
      c = KeyHash.hash(c &+ 0x2545_F491_4F6C_DD1D, UInt64(littleEndian: block.z))
      d = KeyHash.hash(d &+ 0x2545_F491_4F6C_DD1D, UInt64(littleEndian: block.w))
      index += 32
    }
    return KeyHash.hash(KeyHash.hash(a, b), KeyHash.hash(c, d))
  }
}
