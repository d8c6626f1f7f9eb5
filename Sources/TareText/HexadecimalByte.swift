extension UInt8 {
  /// Two hexadecimal digits in capitals: `0A`, `FF`.
  package var hexadecimal: String { (self < 0x10 ? "0" : "") + String(self, radix: 16, uppercase: true) }
}
