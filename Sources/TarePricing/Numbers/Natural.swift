/// A whole number from 0 on, as large as it has to be.
///
/// A forecast multiplies a dozen decimals of many places; no fixed width holds every such product exactly.
struct Natural: Sendable, Hashable {
  /// Digits to the base 2⁶⁴, the least significant first, none of them for 0 and never a 0 at the end.
  let limbs: [UInt64]

  init(limbs: [UInt64]) {
    var limbs = limbs
    while limbs.last == 0 { limbs.removeLast() }
    self.limbs = limbs
  }

  init(_ number: some UnsignedInteger & FixedWidthInteger) {
    let wide = UInt128(number)
    self.init(limbs: [UInt64(truncatingIfNeeded: wide), UInt64(wide >> 64)])
  }

  static let zero = Natural(limbs: [])
  static let one = Natural(1 as UInt64)

  var isZero: Bool { limbs.isEmpty }
  var isOdd: Bool { limbs.first.map { $0 & 1 == 1 } ?? false }

  /// How many binary digits it has.
  var bitCount: Int { limbs.last.map { limbs.count * 64 - $0.leadingZeroBitCount } ?? 0 }

  /// Ten to the power of `exponent`.
  static func powerOfTen(_ exponent: Int) -> Natural { Natural(10 as UInt64).power(exponent) }

  /// The number to the power of `exponent`, by squaring.
  func power(_ exponent: Int) -> Natural {
    var (result, base, rest) = (Natural.one, self, exponent)
    while rest > 0 {
      if rest & 1 == 1 { result = result * base }
      rest >>= 1
      if rest > 0 { base = base * base }
    }
    return result
  }
}

extension Natural: Comparable {
  static func < (left: Natural, right: Natural) -> Bool {
    guard left.limbs.count == right.limbs.count else { return left.limbs.count < right.limbs.count }
    return left.limbs.reversed().lexicographicallyPrecedes(right.limbs.reversed())
  }
}

extension Natural {
  static func + (left: Natural, right: Natural) -> Natural {
    var limbs: [UInt64] = []
    var carry: UInt128 = 0
    for index in 0..<max(left.limbs.count, right.limbs.count) {
      carry += UInt128(left.limb(index)) + UInt128(right.limb(index))
      limbs.append(UInt64(truncatingIfNeeded: carry))
      carry >>= 64
    }
    return Natural(limbs: limbs + [UInt64(carry)])
  }

  /// The difference; `right` is not the larger one.
  static func - (left: Natural, right: Natural) -> Natural {
    assert(left >= right, "a natural number is never below 0")
    var limbs: [UInt64] = []
    var borrow: UInt64 = 0
    for index in left.limbs.indices {
      let (first, isBelow) = left.limbs[index].subtractingReportingOverflow(right.limb(index))
      let (second, isStillBelow) = first.subtractingReportingOverflow(borrow)
      limbs.append(second)
      borrow = isBelow || isStillBelow ? 1 : 0
    }
    return Natural(limbs: limbs)
  }

  /// - Complexity: O(*n* *m*) in limbs.
  static func * (left: Natural, right: Natural) -> Natural {
    var limbs = [UInt64](repeating: 0, count: left.limbs.count + right.limbs.count)
    for (place, digit) in left.limbs.enumerated() {
      var carry: UInt128 = 0
      for (offset, other) in right.limbs.enumerated() {
        carry += UInt128(digit) * UInt128(other) + UInt128(limbs[place + offset])
        limbs[place + offset] = UInt64(truncatingIfNeeded: carry)
        carry >>= 64
      }
      limbs[place + right.limbs.count] = UInt64(carry)
    }
    return Natural(limbs: limbs)
  }

  func limb(_ index: Int) -> UInt64 { index < limbs.count ? limbs[index] : 0 }
}
