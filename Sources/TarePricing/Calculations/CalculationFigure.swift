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
  }

  /// What it is called.
  public let name: String
  /// What it is.
  public let value: Value

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
  static func bound(_ name: String, _ number: Fraction?) -> CalculationFigure {
    number.map { rounded(name, $0) } ?? CalculationFigure(name: name, value: .unbounded)
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
