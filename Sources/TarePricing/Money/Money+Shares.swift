extension Money {
  /// `count` parts of this divided into `parts`, above 0, to the nearest 10⁻¹⁵ dollars, a tie going to the even one.
  ///
  /// A result outside the range of money is the end of the range: no real sum comes near it.
  func share(_ count: Int, of parts: Int) -> Money {
    let (whole, rest) = steps.magnitude.quotientAndRemainder(dividingBy: UInt128(max(1, parts)))
    let divisor = UInt128(max(1, parts))
    let factor = UInt128(max(0, count))
    // The rest is below the divisor, so its product fits.
    let (extra, remainder) = (rest * factor).quotientAndRemainder(dividingBy: divisor)
    let (product, isTooLarge) = whole.multipliedReportingOverflow(by: factor)
    let isUp = remainder * 2 > divisor || (remainder * 2 == divisor && (product &+ extra) % 2 == 1)
    let (sum, overflows) = product.addingReportingOverflow(extra + (isUp ? 1 : 0))
    guard !isTooLarge, !overflows, let magnitude = Int128(exactly: sum) else {
      return isNegative ? -Self.most : Self.most
    }
    return Money(steps: isNegative ? -magnitude : magnitude)
  }

  /// How much more this is than `base`, in thousandths of it, rounded half away from zero; `nil` where that is nothing
  /// or less.
  public func changeInThousandths(from base: Money) -> Int? {
    guard base.steps > 0 else { return nil }
    let (difference, overflows) = steps.subtractingReportingOverflow(base.steps)
    guard !overflows else { return nil }
    let divisor = base.steps.magnitude
    let (whole, rest) = difference.magnitude.quotientAndRemainder(dividingBy: divisor)
    guard whole < UInt128(Int.max / 2_000) else { return nil }
    // The rest is below 1.7 × 10³⁸; for such sums its thousandths are those of a rest without its last digits.
    let scale: UInt128 = rest > .max / 2_001 ? 4_000 : 1
    let thousandths = whole * 1_000 + ((rest / scale) * 2_000 + divisor / scale) / (2 * (divisor / scale))
    return difference < 0 ? -Int(thousandths) : Int(thousandths)
  }

  private static let most = Money(steps: .max)
}
