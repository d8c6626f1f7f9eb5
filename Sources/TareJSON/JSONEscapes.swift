/// The text of a string's content with its escapes decoded. The content is known to be well formed.
///
/// - Complexity: O(*n*) in bytes.
func unescaped(_ content: ArraySlice<UInt8>) -> [UInt8] {
  // What an escape stands for is never longer than the escape, but for a \u that ends the text before its digits.
  let most = content.count + UTF8.encodedReplacementCharacter.count
  // A span, because a slice of an array is retained at every step.
  let bytes = content.span
  return [UInt8](capacity: most) { text in
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      guard byte == UInt8(ascii: "\\"), place < bytes.count else {
        text.append(byte)
        continue
      }
      let escape = bytes[place]
      place += 1
      switch escape {
      case UInt8(ascii: "b"): text.append(0x08)
      case UInt8(ascii: "f"): text.append(0x0C)
      case UInt8(ascii: "n"): text.append(0x0A)
      case UInt8(ascii: "r"): text.append(0x0D)
      case UInt8(ascii: "t"): text.append(0x09)
      case UInt8(ascii: "u"):
        var rest = content[(content.startIndex + place)...]
        let scalar = UTF8.encode(scalarEscape(&rest)) ?? UTF8.encodedReplacementCharacter
        for byte in scalar { text.append(byte) }
        place = rest.startIndex - content.startIndex
      default: text.append(escape)
      }
    }
  }
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
/// - Complexity: O(*n*) in bytes.
public func appendQuoted(_ text: String, to output: inout [UInt8]) {
  appendQuoted(Array(text.utf8)[...], to: &output)
}

/// Writes UTF-8 as a JSON string: quotes, backslashes and control characters escaped, everything else as it is.
///
/// Invalid UTF-8 is not checked for; pass text that is known to be valid.
/// - Complexity: O(*n*) in bytes.
public func appendQuoted(_ text: ArraySlice<UInt8>, to output: inout [UInt8]) {
  output.append(UInt8(ascii: "\""))
  var rest = text
  while !rest.isEmpty {
    let end = rest.startIndex + endOfPlainRun(in: rest.span, from: 0)
    output += rest[..<end]
    rest = rest[end...]
    if let byte = rest.popFirst() { appendEscape(of: byte, to: &output) }
  }
  output.append(UInt8(ascii: "\""))
}

/// The shortest escape of a quote, backslash or control character.
private func appendEscape(of byte: UInt8, to output: inout [UInt8]) {
  output.append(UInt8(ascii: "\\"))
  switch byte {
  case 0x08: output.append(UInt8(ascii: "b"))
  case 0x0C: output.append(UInt8(ascii: "f"))
  case 0x0A: output.append(UInt8(ascii: "n"))
  case 0x0D: output.append(UInt8(ascii: "r"))
  case 0x09: output.append(UInt8(ascii: "t"))
  case 0..<0x20:
    output += "u00".utf8
    output.append(UInt8(ascii: "0") + byte >> 4)
    output.append(byte & 15 < 10 ? UInt8(ascii: "0") + byte & 15 : UInt8(ascii: "a") + byte & 15 - 10)
  default: output.append(byte)
  }
}
