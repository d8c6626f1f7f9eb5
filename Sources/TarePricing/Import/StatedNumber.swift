import TareJSON

/// A number as it stands in a list of prices, such as `2.5e-06`: read digit by digit, never through binary fractions.
struct StatedNumber {
  private let isNegative: Bool
  /// All digits without a point, and how many of them stand behind it; below 0 where zeros follow them.
  private let digits: [UInt8]
  private let places: Int

  /// No list has numbers beyond this, and a longer one would have to be written out.
  private static let exponentLimit = 64

  /// The number that `text` writes in JSON's form, or `nil` for another text or one of unreasonable size.
  init?(_ text: String) {
    var rest = text.utf8[...]
    isNegative = rest.first == UInt8(ascii: "-")
    if isNegative { rest = rest.dropFirst() }
    let halves = rest.split(omittingEmptySubsequences: false) { $0 | 0x20 == UInt8(ascii: "e") }
    guard 1...2 ~= halves.count, rest.count <= Self.exponentLimit * 2 else { return nil }
    let parts = halves[0].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard 1...2 ~= parts.count, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(Self.isDigit) }) else { return nil }
    let exponent = halves.count == 2 ? Int(String(decoding: halves[1], as: UTF8.self)) : 0
    guard let exponent, -Self.exponentLimit...Self.exponentLimit ~= exponent else { return nil }
    digits = parts.flatMap(Array.init)
    places = (parts.count == 2 ? parts[1].count : 0) - exponent
  }

  /// The number of a JSON value: of a number, or of a text that writes one.
  init?(_ value: JSONValue) {
    guard let text = value.numberText ?? value.string else { return nil }
    self.init(text)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }

  /// The number times a power of ten, written out without an exponent.
  func decimalText(timesTenTo power: Int) -> String {
    let places = places - power
    let zeros = Array(repeating: UInt8(ascii: "0"), count: max(0, -places))
    let padding = Array(repeating: UInt8(ascii: "0"), count: max(0, places + 1 - digits.count))
    let all = padding + digits + zeros
    let point = all.count - max(0, places)
    let text = String(decoding: all[..<point], as: UTF8.self)
    let fraction = String(decoding: all[point...], as: UTF8.self)
    return (isNegative ? "-" : "") + (fraction.isEmpty ? text : "\(text).\(fraction)")
  }

  /// The number, where it is a whole one from 0 that can be held.
  var count: Int? {
    let parts = decimalText(timesTenTo: 0).split(separator: ".")
    guard parts.count == 1 || parts[1].allSatisfy({ $0 == "0" }) else { return nil }
    return parts.first.flatMap { Int($0) }.flatMap { $0 < 0 ? nil : $0 }
  }
}

/// A price of tokens that cannot be taken, with the reason.
struct UnusablePrice: Error {
  let reason: String
}

extension StatedNumber {
  /// What lists state a price for.
  enum Unit {
    case token
    case millionTokens

    fileprivate var power: Int {
      switch self {
      case .token: 6
      case .millionTokens: 0
      }
    }
  }

  /// The exact price that a value states.
  static func price(_ value: JSONValue, per unit: Unit) throws(UnusablePrice) -> TokenPrice {
    guard let number = StatedNumber(value) else { throw UnusablePrice(reason: "is no number") }
    guard !number.isNegative else { throw UnusablePrice(reason: "is below 0") }
    do {
      return try TokenPrice(perMillion: number.decimalText(timesTenTo: unit.power))
    } catch {
      switch error.code {
      case .tooPrecise: throw UnusablePrice(reason: "has more digits than 10^-15 dollars a token can hold")
      default: throw UnusablePrice(reason: "is too large")
      }
    }
  }
}
