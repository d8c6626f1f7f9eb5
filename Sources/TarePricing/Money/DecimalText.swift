/// Why a text is not a decimal number that can be held exactly.
public struct DecimalTextError: Error, Sendable, Hashable {
  /// What kind of mistake it is.
  public enum Code: Sendable, Hashable {
    /// Something else than an optional sign, digits and at most one point between digits.
    case malformed
    /// More decimal places, other than trailing zeros, than can be held.
    case tooPrecise(limit: Int)
    /// Too many digits before the point.
    case tooLarge
  }

  /// What kind of mistake it is.
  public let code: Code
  /// The text that was read.
  public let text: String
}

extension DecimalTextError: CustomStringConvertible {
  /// One sentence that quotes the start of the text.
  public var description: String {
    let quoted = "\"\(String(text.prefix(40)))\""
    return switch code {
    case .malformed: "\(quoted) is not a decimal number such as 2.50"
    case .tooPrecise(let limit): "\(quoted) has more than \(limit) decimal places"
    case .tooLarge: "\(quoted) is too large"
    }
  }
}

/// Reads `-12.345` as a whole number of steps of 10⁻ᵖˡᵃᶜᵉˢ.
///
/// There is no exponent, no leading plus and no grouping: prices are written by hand, and a misread one is worse
/// than a refused one.
func decimalSteps(of text: String, places: Int) throws(DecimalTextError) -> Int128 {
  let isNegative = text.utf8.first == UInt8(ascii: "-")
  let parts = text.utf8.dropFirst(isNegative ? 1 : 0).split(
    separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
  guard 1...2 ~= parts.count, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDecimalDigit) }) else {
    throw DecimalTextError(code: .malformed, text: text)
  }
  let fraction = parts.count == 2 ? Array(parts[1]) : []
  guard fraction.dropFirst(places).allSatisfy({ $0 == UInt8(ascii: "0") }) else {
    throw DecimalTextError(code: .tooPrecise(limit: places), text: text)
  }
  let padding = [UInt8](repeating: UInt8(ascii: "0"), count: max(0, places - fraction.count))
  var steps: Int128 = 0
  for digit in Array(parts[0]) + fraction.prefix(places) + padding {
    let (shifted, isTooLong) = steps.multipliedReportingOverflow(by: 10)
    let (next, isTooLarge) = shifted.addingReportingOverflow(Int128(digit - UInt8(ascii: "0")))
    guard !isTooLong, !isTooLarge else { throw DecimalTextError(code: .tooLarge, text: text) }
    steps = next
  }
  return isNegative ? -steps : steps
}

/// Writes steps of 10⁻ᵖˡᵃᶜᵉˢ with exactly `places` decimal places, without a sign.
func decimalText(ofMagnitude steps: UInt128, places: Int) -> String {
  var digits = String(steps)
  if digits.utf8.count <= places { digits = String(repeating: "0", count: places + 1 - digits.utf8.count) + digits }
  guard places > 0 else { return digits }
  return "\(digits.dropLast(places)).\(digits.suffix(places))"
}

func isDecimalDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }
