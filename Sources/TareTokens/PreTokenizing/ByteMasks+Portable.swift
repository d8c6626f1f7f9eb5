import CTareScan

#if arch(x86_64)
  import _Builtin_intrinsics.intel.sse2
#endif

extension ByteMasks {
  /// The masks of 64 bytes, from four vectors.
  ///
  /// SAFETY: the caller vouches for 64 readable bytes.
  @unsafe @inline(never)
  init(portable bytes: UnsafePointer<UInt8>) {
    self.init()
    for shift in stride(from: UInt64(0), to: 64, by: 16) {
      let vector = unsafe UnsafeRawPointer(bytes + Int(shift)).loadUnaligned(as: SIMD16<UInt8>.self)
      add(vector, shift)
    }
  }

  @inline(__always)
  private mutating func add(_ bytes: SIMD16<UInt8>, _ shift: UInt64) {
    let letter = bytes | 0x20
    let isLetter = letter.isBetween("a", "z")
    let isLine = bytes.is("\n") | bytes.is("\r")
    let isBlank = bytes.is(" ")
    // Bit 5 of a letter tells its case.
    let isLower = isLetter & letter.equals(bytes)
    lower |= isLower.topBits &<< shift
    upper |= (isLetter ^ isLower).topBits &<< shift
    number |= bytes.isBetween("0", "9").topBits &<< shift
    newline |= isLine.topBits &<< shift
    blank |= isBlank.topBits &<< shift
    white_space |= (bytes.isBetween("\t", "\r") | isBlank).topBits &<< shift
    slash |= bytes.is("/").topBits &<< shift
    apostrophe |= bytes.is("'").topBits &<< shift
    high |= bytes.topBits &<< shift
  }
}

/// Comparisons give 0xFF or 0 a byte: the generic masks of the standard library have no way to a bit mask.
extension SIMD16<UInt8> {
  @inline(__always)
  fileprivate func equals(_ other: Self) -> Self {
    Self(repeating: 0).replacing(with: Self(repeating: 0xFF), where: self .== other)
  }

  @inline(__always)
  fileprivate func `is`(_ value: Unicode.Scalar) -> Self { equals(Self(repeating: UInt8(ascii: value))) }

  @inline(__always)
  fileprivate func isBetween(_ first: Unicode.Scalar, _ last: Unicode.Scalar) -> Self {
    let offset = self &- Self(repeating: UInt8(ascii: first))
    let span = Self(repeating: UInt8(ascii: last) - UInt8(ascii: first))
    return Self(repeating: 0).replacing(with: Self(repeating: 0xFF), where: offset .<= span)
  }

  /// The top bit of each byte.
  @inline(__always)
  var topBits: UInt64 {
    #if arch(x86_64)
      // SAFETY: both are 16 bytes without padding.
      return UInt64(UInt32(bitPattern: _mm_movemask_epi8(unsafe unsafeBitCast(self, to: __m128i.self))))
    #else
      return gatheredTopBits
    #endif
  }

  /// The same in plain arithmetic: a multiplication brings the top bits of eight bytes side by side.
  @inline(__always)
  var gatheredTopBits: UInt64 {
    // SAFETY: both are 16 bytes without padding.
    let halves = unsafe unsafeBitCast(self, to: SIMD2<UInt64>.self)
    return Self.gather(halves.x) | Self.gather(halves.y) &<< 8
  }

  @inline(__always)
  private static func gather(_ bytes: UInt64) -> UInt64 {
    ((bytes &>> 7 & 0x0101_0101_0101_0101) &* 0x0102_0408_1020_4080) &>> 56
  }
}
