/// A run of up to four characters, 16 bits for each, the last lowest.
///
/// That is the character itself, except beyond the basic plane, where some runs are taken for one another.
struct Gram: Hashable, Sendable {
  private(set) var bits: UInt64 = 0

  /// The last four characters when another follows.
  func followed(by scalar: UInt32) -> Gram { Gram(bits: bits << 16 | UInt64(Self.code(scalar))) }

  /// The last two characters.
  var pair: Gram { Gram(bits: bits & 0xFFFF_FFFF) }

  /// 32 bits that are as good as random.
  var hash: Int {
    let product = bits.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return Int(truncatingIfNeeded: (product.high ^ product.low) & 0xFFFF_FFFF)
  }

  private static func code(_ scalar: UInt32) -> UInt16 {
    UInt16(truncatingIfNeeded: scalar < 0x1_0000 ? scalar : scalar ^ (scalar >> 16) &* 0x9E37)
  }
}

/// The scalar of UTF-8 that is known to be whole, and its end as the next offset.
@inline(__always)
func nextScalar(of utf8: Span<UInt8>, at offset: inout Int) -> UInt32 {
  let lead = utf8[offset]
  offset += 1
  if lead < 0x80 { return UInt32(lead) }
  let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  var scalar = UInt32(lead & (0x7F >> UInt8(length)))
  let end = min(offset + length - 1, utf8.count)
  while offset < end {
    scalar = scalar << 6 | UInt32(utf8[offset] & 0x3F)
    offset += 1
  }
  return scalar
}
