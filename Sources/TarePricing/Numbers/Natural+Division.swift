extension Natural {
  /// Quotient and remainder by Knuth's algorithm D (The Art of Computer Programming, volume 2, 4.3.1).
  ///
  /// - Precondition: `divisor` is not 0.
  /// - Complexity: O(*n* *m*) in limbs.
  func quotientAndRemainder(dividingBy divisor: Natural) -> (quotient: Natural, remainder: Natural) {
    precondition(!divisor.isZero, "nothing can be divided by 0")
    guard self >= divisor else { return (.zero, self) }
    guard divisor.limbs.count > 1 else { return dividedBySingle(divisor.limbs[0]) }
    let shift = divisor.limbs[divisor.limbs.count - 1].leadingZeroBitCount
    let scaled = divisor.shiftedLeft(by: shift).limbs
    var rest = shiftedLeft(by: shift).limbs
    rest += [UInt64](repeating: 0, count: limbs.count + 1 - rest.count)
    var quotient = [UInt64](repeating: 0, count: limbs.count - scaled.count + 1)
    for place in quotient.indices.reversed() {
      quotient[place] = Self.subtractMultiple(of: scaled, from: &rest, at: place)
    }
    return (Natural(limbs: quotient), Natural(limbs: rest).shiftedRight(by: shift))
  }

  private func dividedBySingle(_ divisor: UInt64) -> (quotient: Natural, remainder: Natural) {
    var quotient = limbs
    var rest: UInt64 = 0
    for index in limbs.indices.reversed() {
      (quotient[index], rest) = divisor.dividingFullWidth((rest, limbs[index]))
    }
    return (Natural(limbs: quotient), Natural(rest))
  }

  /// Takes the largest multiple of `divisor` from `rest` that fits at `place`, and returns how often it was taken.
  private static func subtractMultiple(of divisor: [UInt64], from rest: inout [UInt64], at place: Int) -> UInt64 {
    let estimate = estimate(divisor, rest, place)
    var carry: UInt128 = 0
    var borrow: UInt64 = 0
    for index in 0...divisor.count {
      if index < divisor.count { carry += UInt128(estimate) * UInt128(divisor[index]) }
      let (first, isBelow) = rest[place + index].subtractingReportingOverflow(UInt64(truncatingIfNeeded: carry))
      let (second, isStillBelow) = first.subtractingReportingOverflow(borrow)
      rest[place + index] = second
      borrow = isBelow || isStillBelow ? 1 : 0
      carry >>= 64
    }
    if borrow == 0 { return estimate }
    addBack(divisor, to: &rest, at: place)
    return estimate - 1
  }

  /// The quotient of the leading limbs: right, or larger by one.
  private static func estimate(_ divisor: [UInt64], _ rest: [UInt64], _ place: Int) -> UInt64 {
    let (top, second) = (UInt128(divisor[divisor.count - 1]), UInt128(divisor[divisor.count - 2]))
    let leading = UInt128(rest[place + divisor.count]) << 64 | UInt128(rest[place + divisor.count - 1])
    var (quotient, remainder) = leading.quotientAndRemainder(dividingBy: top)
    let next = UInt128(rest[place + divisor.count - 2])
    while quotient >> 64 != 0 || quotient * second > remainder << 64 | next {
      quotient -= 1
      remainder += top
      if remainder >> 64 != 0 { break }
    }
    return UInt64(quotient)
  }

  private static func addBack(_ divisor: [UInt64], to rest: inout [UInt64], at place: Int) {
    var carry: UInt128 = 0
    for index in divisor.indices {
      carry += UInt128(rest[place + index]) + UInt128(divisor[index])
      rest[place + index] = UInt64(truncatingIfNeeded: carry)
      carry >>= 64
    }
    rest[place + divisor.count] &+= UInt64(carry)
  }

  private func shiftedLeft(by bits: Int) -> Natural { bits == 0 ? self : self * Natural(UInt64(1) << UInt64(bits)) }

  private func shiftedRight(by bits: Int) -> Natural {
    guard bits > 0 else { return self }
    return Natural(limbs: limbs.indices.map { limbs[$0] >> UInt64(bits) | limb($0 + 1) << UInt64(64 - bits) })
  }

  /// The largest number whose power with `degree`, above 0, is not above this one, by Newton's method from above.
  func root(_ degree: Int) -> Natural {
    guard degree > 1, !isZero else { return self }
    var root = Natural(2 as UInt64).power((bitCount + degree - 1) / degree)
    while true {
      let quotient = quotientAndRemainder(dividingBy: root.power(degree - 1)).quotient
      let sum = root * Natural(UInt64(degree - 1)) + quotient
      let next = sum.quotientAndRemainder(dividingBy: Natural(UInt64(degree))).quotient
      if next >= root { return root }
      root = next
    }
  }
}
