public import TareText

/// One result of a calculation.
public struct CalculationFigure: Sendable, Hashable {
  /// What a result is.
  public enum Value: Sendable, Hashable {
    /// A number, to so many decimal places.
    case number(Fraction, places: Int)
    /// Numbers in the order of the inputs, to so many decimal places.
    case numbers([Fraction], places: Int)
    /// How many of something.
    case count(Int)
    /// There is no such number: it has no bound.
    case unbounded
    /// Rows of a table of prices beside the catalogue.
    case prices([PriceTableRow])
    /// The day of the catalogue.
    case day(CalendarDate)
  }

  /// What it is called.
  public let name: String
  /// What it is.
  public let value: Value
  /// What it can be at most whatever the prices are; `nil` where there is no such bound.
  public let most: Fraction?

  init(name: String, value: Value, most: Fraction? = nil) {
    (self.name, self.value, self.most) = (name, value, most)
  }

  /// A sum, a product or a sum of products: written whole, unless it has more places than money.
  static func exact(_ name: String, _ number: Fraction) -> CalculationFigure {
    CalculationFigure(name: name, value: .number(number, places: Money.places))
  }

  static func exact(_ name: String, _ numbers: [Fraction]) -> CalculationFigure {
    CalculationFigure(name: name, value: .numbers(numbers, places: Money.places))
  }

  /// A quotient or a root, to six decimal places, a tie going to the even one.
  static func rounded(_ name: String, _ number: Fraction) -> CalculationFigure {
    CalculationFigure(name: name, value: .number(number, places: 6))
  }

  static func rounded(_ name: String, _ numbers: [Fraction]) -> CalculationFigure {
    CalculationFigure(name: name, value: .numbers(numbers, places: 6))
  }

  /// A quotient that there may be none of.
  ///
  /// - Parameter most: What it can be at most.
  static func bound(_ name: String, _ number: Fraction?, most: Fraction?) -> CalculationFigure {
    CalculationFigure(name: name, value: number.map { .number($0, places: 6) } ?? .unbounded, most: most)
  }

  /// How much is saved, in percent of what it is saved from: never more than all of it.
  static func saving(_ name: String, _ percent: Fraction) -> CalculationFigure {
    CalculationFigure(name: name, value: .number(percent, places: 6), most: Fraction(100))
  }

  /// A change in percent of a number that it is named after.
  ///
  /// - Throws: ``CalculationError`` where that number is 0 or less.
  static func percent(_ name: String, _ number: Fraction, from base: Fraction, called baseName: String)
    throws(CalculationError) -> CalculationFigure
  {
    guard let percent = number.percentChange(from: base) else {
      throw CalculationError("\(baseName) is not above 0, and nothing can be a percentage of it")
    }
    return rounded(name, percent)
  }
}
