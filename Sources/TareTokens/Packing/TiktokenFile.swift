/// tiktoken's form of a vocabulary: one line `<base64 of the bytes> <rank>` for each token, in any order.
package enum TiktokenFile {
  /// The tokens and their ranks, in the order of the lines.
  ///
  /// - Throws: ``PackingError`` for a line of another form, and for a rank that no id can be.
  package static func lines(of text: [UInt8]) throws(PackingError) -> [(bytes: [UInt8], id: TokenID)] {
    var lines: [(bytes: [UInt8], id: TokenID)] = []
    for (number, line) in text.split(separator: 0x0A).enumerated() {
      let line = line.last == 0x0D ? line.dropLast() : line
      let parts = line.split(separator: 0x20)
      guard parts.count == 2, let token = decodeBase64(parts[0]), let rank = decimal(parts[1]), rank < 1 << 30 else {
        throw .malformedLine(number + 1)
      }
      lines.append((token, TokenID(rank)))
    }
    return lines
  }
}

private func decimal(_ digits: ArraySlice<UInt8>) -> Int? {
  digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    ? Int(String(decoding: digits, as: UTF8.self)) : nil
}

/// RFC 4648 base64 with padding; `nil` when malformed.
package func decodeBase64(_ text: ArraySlice<UInt8>) -> [UInt8]? {
  guard !text.isEmpty, text.count % 4 == 0 else { return nil }
  var bytes: [UInt8] = []
  var buffer: UInt32 = 0
  var bits = 0
  let digits =
    text.suffix(2).allSatisfy { $0 == UInt8(ascii: "=") }
    ? text.dropLast(2) : text.last == UInt8(ascii: "=") ? text.dropLast() : text
  for digit in digits {
    guard let value = base64Value(digit) else { return nil }
    buffer = buffer << 6 | value
    bits += 6
    if bits >= 8 {
      bits -= 8
      bytes.append(UInt8(truncatingIfNeeded: buffer >> UInt32(bits)))
    }
  }
  return bytes
}

private func base64Value(_ digit: UInt8) -> UInt32? {
  switch digit {
  case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(digit - UInt8(ascii: "A"))
  case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(digit - UInt8(ascii: "a")) + 26
  case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(digit - UInt8(ascii: "0")) + 52
  case UInt8(ascii: "+"): 62
  case UInt8(ascii: "/"): 63
  default: nil
  }
}
