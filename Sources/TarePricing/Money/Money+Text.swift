import TareText

extension Money {
  /// The sum that a decimal number of dollars names, such as `2.50` or `-0.0003`.
  ///
  /// - Throws: ``DecimalTextError`` for anything else than an optional minus, digits and one point, and for more
  ///   than 15 decimal places that are not zero.
  public init(dollars text: String) throws(DecimalTextError) {
    self.init(steps: try decimalSteps(of: text, places: Self.places))
  }

  /// The exact sum in dollars, without needless zeros: what JSON reports hold.
  public var decimalText: String {
    var text = TarePricing.decimalText(ofMagnitude: steps.magnitude, places: Self.places)
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return isNegative ? "-" + text : text
  }

  /// The sum to the nearest multiple of 10⁻ᵖˡᵃᶜᵉˢ dollars, a tie going to the even one.
  ///
  /// Near the end of the range, where the nearest multiple cannot be held, the sum stays as it is.
  public func rounded(toPlaces places: Int) -> Money {
    let unit = powerOfTen(Self.places - min(max(places, 0), Self.places))
    let (quotient, remainder) = steps.magnitude.quotientAndRemainder(dividingBy: unit)
    let isUp = remainder > unit / 2 || (remainder == unit / 2 && remainder > 0 && quotient % 2 == 1)
    let (magnitude, overflow) = (quotient + (isUp ? 1 : 0)).multipliedReportingOverflow(by: unit)
    guard !overflow, let rounded = Int128(exactly: magnitude) else { return self }
    return Money(steps: isNegative ? -rounded : rounded)
  }

  /// The sum as people read it: `$1,234.50`, `-$0.0031`. Half-even rounding to `places`.
  public func formatted(places: Int) -> String {
    let places = min(max(places, 0), Self.places)
    let shown = rounded(toPlaces: places)
    let scaled = shown.steps.magnitude / powerOfTen(Self.places - places)
    let text = TarePricing.decimalText(ofMagnitude: scaled, places: places)
    let whole = text.prefix { $0 != "." }
    return (shown.isNegative ? "-$" : "$") + groupedDigits(String(whole)) + text.dropFirst(whole.count)
  }

  /// How many decimal places let `sums` be read side by side.
  ///
  /// As many as the exact sums have, at least 2, and at most what their size makes worth reading: 2 from a hundred
  /// dollars, 4 from one dollar, 6 from a cent, 9 below.
  public static func places(for sums: some Collection<Money>) -> Int {
    let largest = sums.map(\.magnitude).max() ?? .zero
    let most = largest.steps >= hundredDollars ? 2 : largest.steps >= dollar ? 4 : largest.steps >= cent ? 6 : 9
    return min(most, max(2, sums.map(\.exactPlaces).max() ?? 0))
  }

  /// How many decimal places write all of `sums` exactly, at least 2.
  public static func exactPlaces(for sums: some Collection<Money>) -> Int { max(2, sums.map(\.exactPlaces).max() ?? 0) }

  /// The decimal places the sum needs to be written exactly.
  private var exactPlaces: Int {
    var places = Self.places
    var rest = steps.magnitude
    while places > 0, rest % 10 == 0 {
      rest /= 10
      places -= 1
    }
    return places
  }

  private static let dollar: Int128 = 1_000_000_000_000_000
  private static let hundredDollars = dollar * 100
  private static let cent = dollar / 100
}

extension Money: CustomStringConvertible {
  /// The sum in dollars with the places its size makes worth reading.
  public var description: String { formatted(places: Self.places(for: [self])) }
}

private func powerOfTen(_ exponent: Int) -> UInt128 {
  (0..<exponent).reduce(1) { power, _ in power * 10 }
}
