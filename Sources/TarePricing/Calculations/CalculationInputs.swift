import TareJSON
import TareText

/// The numbers that a calculation is made from, by name.
struct CalculationInputs {
  private let values: [String: JSONValue]
  /// The prices that a table of prices is compared with.
  let prices: Prices?

  /// A catalogue, and the time whose prices it is asked for.
  struct Prices {
    let catalogue: RateCatalogue
    let time: PriceTime?
  }

  /// Far more than any calculation lists.
  private static let mostNumbers = 10_000

  /// - Throws: ``CalculationError`` for a name that is not among `names`, with the one it may have been meant to be.
  init(_ object: JSONValue, names: [String], prices: Prices?) throws(CalculationError) {
    guard object.kind == .object else { throw CalculationError("inputs is no object") }
    var values: [String: JSONValue] = [:]
    for member in object.members {
      guard names.contains(member.name) else {
        let nearest = nearestName(to: member.name, among: names).map { "did you mean \"\($0)\"?" }
        throw CalculationError(
          "unknown input \"\(member.name.prefix(60))\"; \(nearest ?? "there are \(names.joined(separator: ", "))")")
      }
      guard values.updateValue(member.value, forKey: member.name) == nil else {
        throw CalculationError("the input \"\(member.name)\" stands twice")
      }
    }
    self.values = values
    self.prices = prices
  }

  /// The input as JSON, where it is there.
  subscript(name: String) -> JSONValue? { values[name] }

  func has(_ name: String) -> Bool { values[name] != nil }

  /// A number that may be below 0.
  func signed(_ name: String) throws(CalculationError) -> Fraction {
    try Self.number(try required(name), name)
  }

  /// A number from 0.
  func number(_ name: String) throws(CalculationError) -> Fraction {
    let number = try signed(name)
    guard !number.isNegative else { throw CalculationError("\(name) is below 0") }
    return number
  }

  /// A number from 0, or `fallback` where it is left out.
  func number(_ name: String, else fallback: Fraction) throws(CalculationError) -> Fraction {
    has(name) ? try number(name) : fallback
  }

  /// A number from 0 to 1.
  func share(_ name: String) throws(CalculationError) -> Fraction {
    let share = try number(name)
    guard share <= .one else { throw CalculationError("\(name) is above 1, and is a share from 0 to 1") }
    return share
  }

  /// A number from 0 to 1, or 0 where it is left out.
  func share(orNone name: String) throws(CalculationError) -> Fraction { has(name) ? try share(name) : .zero }

  /// A whole number from `least` to a million.
  func count(_ name: String, from least: Int) throws(CalculationError) -> Int {
    let number = try number(name)
    guard number.isWhole, least...1_000_000 ~= number.roundedUp else {
      throw CalculationError("\(name) is no whole number from \(least) to 1000000")
    }
    return number.roundedUp
  }

  /// A list of numbers that may be below 0, at least one.
  func signedList(_ name: String, most: Int = mostNumbers) throws(CalculationError) -> [Fraction] {
    let list = try required(name)
    let elements = list.elements
    guard list.kind == .array, 1...most ~= elements.count else {
      throw CalculationError("\(name) is no list of 1 to \(most) numbers")
    }
    var numbers: [Fraction] = []
    for element in elements { numbers.append(try Self.number(element, name)) }
    return numbers
  }

  /// A list of numbers from 0, at least one.
  func list(_ name: String) throws(CalculationError) -> [Fraction] {
    let numbers = try signedList(name)
    guard numbers.allSatisfy({ !$0.isNegative }) else { throw CalculationError("\(name) has a number below 0") }
    return numbers
  }

  func required(_ name: String) throws(CalculationError) -> JSONValue {
    guard let value = values[name] else { throw CalculationError("the input \(name) is missing") }
    return value
  }

  /// A decimal in quotation marks, or a number of JSON, which may have an exponent.
  static func number(_ value: JSONValue, _ name: String) throws(CalculationError) -> Fraction {
    guard let text = value.string ?? value.numberText else { throw CalculationError("\(name) is no number") }
    do {
      guard value.kind == .number, let mark = text.utf8.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }) else {
        return try Fraction(decimal: text)
      }
      return try Fraction(decimal: String(text[..<mark])) * powerOfTen(text[text.index(after: mark)...], in: text)
    } catch {
      throw CalculationError("\(name): \(error.description)")
    }
  }

  private static func powerOfTen(_ exponent: Substring, in text: String) throws(DecimalTextError) -> Fraction {
    guard let exponent = Int(exponent), -Fraction.digitLimit...Fraction.digitLimit ~= exponent else {
      throw DecimalTextError(code: .tooLarge, text: text)
    }
    let power = Natural.powerOfTen(abs(exponent))
    return exponent < 0 ? Fraction(.one, power) : Fraction(power)
  }
}
