extension Int {
  /// The number with commas between each three digits: `1,234,567`.
  package var grouped: String {
    let digits = Array(String(magnitude).utf8)
    var bytes: [UInt8] = self < 0 ? [UInt8(ascii: "-")] : []
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(digit)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
