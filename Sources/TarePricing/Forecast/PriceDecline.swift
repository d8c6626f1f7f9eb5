/// Prices that fall by the same share every year: an expectation of somebody, where the catalogue has announced prices.
public struct PriceDecline: Sendable, Hashable {
  /// By how much prices fall in a year.
  public let annualShare: Fraction
  /// How many months from now the forecast is for.
  public let months: Int

  /// Prices that fall by a share each year, so many months on.
  public init(annualShare: Fraction, months: Int) { (self.annualShare, self.months) = (annualShare, months) }

  /// The most months that are looked ahead.
  public static let mostMonths = 1_200

  /// What a dollar is then: (1 − share) to the power of months/12, to 30 decimal places and rounded down.
  public var factor: Fraction {
    let divisor = Self.commonDivisor(months, 12)
    return (.one - annualShare).power(months / divisor, overRoot: 12 / divisor)
  }

  private static func commonDivisor(_ left: Int, _ right: Int) -> Int {
    left == 0 ? right : commonDivisor(right % left, left)
  }
}
