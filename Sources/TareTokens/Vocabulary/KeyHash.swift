/// The hash that the packer and the reader share. It is part of the layout: changing it is a new version.
enum KeyHash {
  /// A one-word key: the two halves of the full product folded into one (wyhash's mixing step).
  @inline(__always)
  static func hash(_ key: UInt64) -> UInt64 {
    let product = key.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }

  /// A two-word key.
  @inline(__always)
  static func hash(_ low: UInt64, _ high: UInt64) -> UInt64 {
    let product = (low ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: high ^ 0xE703_7ED1_A0B4_28DB)
    return product.high ^ product.low
  }

  /// A pair of tokens.
  @inline(__always)
  static func hash(pair left: TokenID, _ right: TokenID) -> UInt64 {
    hash(UInt64(left) &<< 32 | UInt64(right) &+ 1)
  }

  /// The bucket whose seed places the key, from the high half of the hash.
  @inline(__always)
  static func bucket(_ hash: UInt64, of count: UInt32) -> Int {
    Int(truncatingIfNeeded: ((hash &>> 32) &* UInt64(count)) &>> 32)
  }

  /// The slot of the key under its bucket's seed, from the low half of the hash.
  @inline(__always)
  static func slot(_ hash: UInt64, seed: UInt8, of count: UInt32) -> Int {
    let low = UInt32(truncatingIfNeeded: hash)
    let mixed = (low ^ UInt32(seed) &* 0x9E37_79B1) &* 0x85EB_CA77
    return Int(truncatingIfNeeded: (UInt64(mixed ^ (mixed &>> 15)) &* UInt64(count)) &>> 32)
  }

  /// The word of a filter of `count` words (a power of two) that holds the key's bits.
  @inline(__always)
  static func filterWord(_ hash: UInt64, of count: Int) -> Int {
    Int(truncatingIfNeeded: hash &>> 20) & (count &- 1)
  }

  /// The two bits of the key in its filter word.
  @inline(__always)
  static func filterBits(_ hash: UInt64) -> UInt64 {
    1 &<< (hash & 63) | 1 &<< ((hash &>> 6) & 63)
  }
}
