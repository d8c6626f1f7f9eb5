/// An exact rational number.
///
/// Forecasts multiply shares, tokens and prices and divide by them; a fraction is exact under all four, and is rounded
/// once, where it is printed. Numbers that are read have at most ``digitLimit`` digits on each side of the point, so that
/// a product of all that a scenario states stays small; common divisors are left where they are, since nearly every
/// denominator is a power of ten.
public struct Fraction: Sendable {
  /// Whether it is below 0; never for 0.
  public let isNegative: Bool
  /// Above and below the line; they may have a common divisor.
  let numerator: Natural
  let denominator: Natural

  /// How many digits a number that is read may have before its point, and as many behind it.
  public static let digitLimit = 30

  init(isNegative: Bool = false, _ numerator: Natural, _ denominator: Natural = .one) {
    self.isNegative = isNegative && !numerator.isZero
    (self.numerator, self.denominator) = (numerator, denominator)
  }

  /// A whole number.
  public init(_ number: Int) { self.init(isNegative: number < 0, Natural(number.magnitude)) }

  /// What a sum of money is in dollars.
  public init(_ money: Money) {
    self.init(isNegative: money.isNegative, Natural(money.steps.magnitude), .powerOfTen(Money.places))
  }

  /// What one token costs in dollars.
  public init(perToken price: TokenPrice) { self.init(Natural(price.stepsPerToken), .powerOfTen(Money.places)) }

  /// Nothing.
  public static let zero = Fraction(Natural.zero)
  /// One, or the whole of something.
  public static let one = Fraction(Natural.one)

  /// Whether it is a whole number.
  public var isWhole: Bool { numerator.quotientAndRemainder(dividingBy: denominator).remainder.isZero }

  /// The same without its sign.
  public var magnitude: Fraction { isNegative ? -self : self }

  /// The smallest whole number that is not below it; the largest that can be held where it is larger.
  public var roundedUp: Int {
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    guard quotient.bitCount < 63 else { return isNegative ? .min : .max }
    let whole = Int(quotient.limb(0))
    return isNegative ? -whole : whole + (remainder.isZero ? 0 : 1)
  }
}

extension Fraction: Hashable {
  /// Whether both are the same number.
  public static func == (left: Fraction, right: Fraction) -> Bool {
    let (first, second, _) = aligned(left, right)
    return first == second && left.isNegative == right.isNegative
  }

  /// Hashes the number to a few places, which equal numbers have in common.
  public func hash(into hasher: inout Hasher) { hasher.combine(decimalText(places: 9)) }

  /// Both numerators over one denominator: the larger one where the smaller divides it, as powers of ten do.
  private static func aligned(_ left: Fraction, _ right: Fraction) -> (Natural, Natural, Natural) {
    if left.denominator == right.denominator { return (left.numerator, right.numerator, left.denominator) }
    guard left.denominator >= right.denominator else {
      let (first, second, denominator) = aligned(right, left)
      return (second, first, denominator)
    }
    let (factor, remainder) = left.denominator.quotientAndRemainder(dividingBy: right.denominator)
    if remainder.isZero { return (left.numerator, right.numerator * factor, left.denominator) }
    let product = left.denominator * right.denominator
    return (left.numerator * right.denominator, right.numerator * left.denominator, product)
  }
}

extension Fraction: Comparable {
  /// Orders by value.
  public static func < (left: Fraction, right: Fraction) -> Bool { (left - right).isNegative }
}

extension Fraction {
  /// The opposite number.
  public static prefix func - (fraction: Fraction) -> Fraction {
    Fraction(isNegative: !fraction.isNegative, fraction.numerator, fraction.denominator)
  }

  /// The exact sum.
  public static func + (left: Fraction, right: Fraction) -> Fraction {
    let (first, second, denominator) = aligned(left, right)
    if left.isNegative == right.isNegative { return Fraction(isNegative: left.isNegative, first + second, denominator) }
    return first >= second
      ? Fraction(isNegative: left.isNegative, first - second, denominator)
      : Fraction(isNegative: right.isNegative, second - first, denominator)
  }

  /// The exact difference.
  public static func - (left: Fraction, right: Fraction) -> Fraction { left + -right }

  /// The exact product.
  public static func * (left: Fraction, right: Fraction) -> Fraction {
    Fraction(
      isNegative: left.isNegative != right.isNegative, left.numerator * right.numerator,
      left.denominator * right.denominator)
  }

  /// The exact quotient; `nil` for a division by 0.
  public func divided(by divisor: Fraction) -> Fraction? {
    guard divisor != .zero else { return nil }
    return Fraction(
      isNegative: isNegative != divisor.isNegative, numerator * divisor.denominator, denominator * divisor.numerator)
  }

  /// The exact sum of all of `parts`; 0 for none.
  public static func sum(of parts: some Sequence<Fraction>) -> Fraction { parts.reduce(.zero, +) }

  /// How much more this is than `base`, in percent of it; `nil` where that is nothing or less.
  public func percentChange(from base: Fraction) -> Fraction? {
    guard base > .zero else { return nil }
    return (self - base).divided(by: base).map { $0 * Fraction(100) }
  }

  /// The number to the power of *p*/*q*, to 30 decimal places and rounded down: exact where the power is rational with
  /// as few places. For numbers from 0.
  func power(_ exponent: Int, overRoot degree: Int) -> Fraction {
    let scale = Natural.powerOfTen(Self.digitLimit * degree)
    let power = (numerator.power(exponent) * scale).quotientAndRemainder(dividingBy: denominator.power(exponent))
    return Fraction(power.quotient.root(max(1, degree)), .powerOfTen(Self.digitLimit))
  }
}
