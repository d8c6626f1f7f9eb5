extension Int {
  /// The number with commas between each three digits: `1,234,567`.
  package var grouped: String { (self < 0 ? "-" : "") + groupedDigits(String(magnitude)) }
}

/// The digits of a whole number with commas between each three, for numbers that no `Int` holds.
package func groupedDigits(_ digits: String) -> String {
  let digits = Array(digits.utf8)
  var bytes: [UInt8] = []
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index) % 3 == 0 { bytes.append(UInt8(ascii: ",")) }
    bytes.append(digit)
  }
  return String(decoding: bytes, as: UTF8.self)
}
