import TareText

extension Fraction {
  /// The number that a decimal such as `2.50` or `-0.0003` names.
  ///
  /// - Throws: ``DecimalTextError`` for anything else than an optional minus, digits and one point between digits, and
  ///   for more than ``digitLimit`` digits on a side of the point, other than needless zeros.
  public init(decimal text: String) throws(DecimalTextError) {
    let isNegative = text.utf8.first == UInt8(ascii: "-")
    let parts = text.utf8.dropFirst(isNegative ? 1 : 0).split(
      separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard 1...2 ~= parts.count, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDecimalDigit) }) else {
      throw DecimalTextError(code: .malformed, text: text)
    }
    let whole = Array(parts[0].drop { $0 == UInt8(ascii: "0") })
    var places = parts.count == 2 ? Array(parts[1]) : []
    while places.last == UInt8(ascii: "0") { places.removeLast() }
    guard whole.count <= Self.digitLimit else { throw DecimalTextError(code: .tooLarge, text: text) }
    guard places.count <= Self.digitLimit else {
      throw DecimalTextError(code: .tooPrecise(limit: Self.digitLimit), text: text)
    }
    self.init(isNegative: isNegative, Natural(digits: whole + places), .powerOfTen(places.count))
  }

  /// The share that a percentage such as `8%`, or a decimal such as `0.08`, names.
  public init(share text: String) throws(DecimalTextError) {
    guard text.utf8.last == UInt8(ascii: "%") else {
      try self.init(decimal: text)
      return
    }
    let percent: Fraction
    do { percent = try Fraction(decimal: String(text.dropLast())) } catch {
      throw DecimalTextError(code: error.code, text: text)
    }
    self = percent.hundredth
  }

  /// A percentage as a share.
  var hundredth: Fraction { Fraction(isNegative: isNegative, numerator, denominator * Natural(100 as UInt64)) }

  /// The number to `places` decimal places, a tie going to the even one, without needless zeros.
  public func decimalText(places: Int) -> String {
    var text = fixedText(places: places)
    guard text.utf8.contains(UInt8(ascii: ".")) else { return text }
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }

  /// The number with exactly `places` decimal places, a tie going to the even one. What rounds to 0 has no sign.
  public func fixedText(places: Int) -> String {
    let places = max(0, places)
    let scaled = scaledHalfEven(places)
    var digits = scaled.decimalText
    let sign = isNegative && !scaled.isZero ? "-" : ""
    guard places > 0 else { return sign + digits }
    if digits.utf8.count <= places { digits = String(repeating: "0", count: places + 1 - digits.utf8.count) + digits }
    return "\(sign)\(digits.dropLast(places)).\(digits.suffix(places))"
  }

  /// The same with commas between thousands.
  public func groupedText(places: Int) -> String {
    let text = fixedText(places: places)
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let whole = digits.prefix { $0 != "." }
    return (text.hasPrefix("-") ? "-" : "") + groupedDigits(String(whole)) + digits.dropFirst(whole.count)
  }

  /// The number of decimal places that write it exactly, up to `limit`.
  public func exactPlaces(upTo limit: Int) -> Int {
    let text = decimalText(places: limit)
    return text.firstIndex(of: ".").map { text.distance(from: $0, to: text.endIndex) - 1 } ?? 0
  }

  private func scaledHalfEven(_ places: Int) -> Natural {
    let (quotient, remainder) = (numerator * .powerOfTen(places)).quotientAndRemainder(dividingBy: denominator)
    let twice = remainder + remainder
    let isUp = twice > denominator || (twice == denominator && quotient.isOdd)
    return isUp ? quotient + .one : quotient
  }
}
