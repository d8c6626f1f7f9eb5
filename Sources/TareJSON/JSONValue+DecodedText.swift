public import TareText

extension JSONValue {
  /// The text of a string and where each byte of it stands; `nil` for any other kind.
  ///
  /// - Complexity: O(*n*) in the bytes of the string.
  public var decodedText: DecodedText? {
    guard kind == .string else { return nil }
    let bytes = document.bytes
    let end = range.end - 1
    var at = range.start + 1
    var text = DecodedText()
    while at < end {
      let escape = bytes[at..<end].firstIndex(of: UInt8(ascii: "\\")) ?? end
      text.appendVerbatim(SourceRange(at, escape), of: bytes)
      at = escape
      guard at < end else { break }
      let length = escapeLength(in: bytes[at..<end])
      text.append(unescaped(bytes[at..<(at + length)]), from: SourceRange(at, at + length))
      at += length
    }
    return text
  }
}

/// The bytes of the escape that `content` begins with; two surrogates that belong together are one.
private func escapeLength(in content: ArraySlice<UInt8>) -> Int {
  guard content.dropFirst().first == UInt8(ascii: "u") else { return 2 }
  let digits = content.dropFirst(2)
  let isHigh = (digits.first ?? 0) | 0x20 == UInt8(ascii: "d") && "89abAB".utf8.contains(digits.dropFirst().first ?? 0)
  let next = content.dropFirst(6)
  guard isHigh, next.starts(with: "\\u".utf8) else { return 6 }
  let low = next.dropFirst(2)
  let isLow = (low.first ?? 0) | 0x20 == UInt8(ascii: "d") && "cdefCDEF".utf8.contains(low.dropFirst().first ?? 0)
  return isLow ? 12 : 6
}
