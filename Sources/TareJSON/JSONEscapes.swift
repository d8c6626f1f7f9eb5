/// The text of a string's content with its escapes decoded. The content is known to be well formed.
///
/// - Complexity: O(*n*) in bytes.
func unescaped(_ content: ArraySlice<UInt8>) -> [UInt8] {
  var text: [UInt8] = []
  text.reserveCapacity(content.count)
  var rest = content
  while let byte = rest.popFirst() {
    guard byte == UInt8(ascii: "\\"), let escape = rest.popFirst() else {
      text.append(byte)
      continue
    }
    switch escape {
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): text += UTF8.encode(scalarEscape(&rest))?.map { $0 } ?? []
    default: text.append(escape)
    }
  }
  return text
}

/// The scalar behind `\u`, joined with the low surrogate that follows; U+FFFD for a surrogate on its own.
private func scalarEscape(_ rest: inout ArraySlice<UInt8>) -> Unicode.Scalar {
  let unit = codeUnit(rest.prefix(4))
  rest = rest.dropFirst(4)
  guard unit & 0xFC00 == 0xD800 else { return Unicode.Scalar(unit) ?? "\u{FFFD}" }
  guard rest.starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) else { return "\u{FFFD}" }
  let second = codeUnit(rest.dropFirst(2).prefix(4))
  guard second & 0xFC00 == 0xDC00 else { return "\u{FFFD}" }
  rest = rest.dropFirst(6)
  return Unicode.Scalar(0x10000 + (unit & 0x3FF) << 10 + second & 0x3FF) ?? "\u{FFFD}"
}

private func codeUnit(_ digits: ArraySlice<UInt8>) -> UInt32 {
  digits.reduce(0) { $0 << 4 | (hexadecimalValue($1) ?? 0) }
}

/// Writes `text` as a JSON string: quotes, backslashes and control characters escaped, everything else as it is.
///
/// Invalid UTF-8 is not checked for; pass text that is known to be valid.
public func appendQuoted(_ text: some Sequence<UInt8>, to output: inout [UInt8]) {
  output.append(UInt8(ascii: "\""))
  for byte in text {
    switch byte {
    case UInt8(ascii: "\""): output += [UInt8(ascii: "\\"), UInt8(ascii: "\"")]
    case UInt8(ascii: "\\"): output += [UInt8(ascii: "\\"), UInt8(ascii: "\\")]
    case 0x08: output += Array("\\b".utf8)
    case 0x0C: output += Array("\\f".utf8)
    case 0x0A: output += Array("\\n".utf8)
    case 0x0D: output += Array("\\r".utf8)
    case 0x09: output += Array("\\t".utf8)
    case 0..<0x20:
      let digits = Array("0123456789abcdef".utf8)
      output += Array("\\u00".utf8)
      output += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    default: output.append(byte)
    }
  }
  output.append(UInt8(ascii: "\""))
}
