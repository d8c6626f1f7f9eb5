/// The checksum of a pack: it tells a damaged or swapped file, not a forged one.
enum PackChecksum {
  /// Folds whole little-endian words; bytes behind the last whole word are not covered.
  static func of(_ bytes: Span<UInt8>) -> UInt64 {
    var state: UInt64 = 0x5441_5245_5041_434B
    var index = 0
    while index + 8 <= bytes.count {
      var word: UInt64 = 0
      for offset in 0..<8 { word |= UInt64(bytes[index + offset]) << (8 * offset) }
      state = KeyHash.hash(state &+ 0x2545_F491_4F6C_DD1D, word)
      index += 8
    }
    return state
  }
}
