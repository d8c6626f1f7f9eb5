/// A byte that cannot stand where it stands in UTF-8.
public struct InvalidUTF8: Error, Sendable, Hashable {
  /// The offset of the first byte that does not belong.
  public let offset: Int
  /// That byte.
  public let byte: UInt8

  /// A byte that does not belong, and where it stands.
  public init(offset: Int, byte: UInt8) {
    self.offset = offset
    self.byte = byte
  }
}

extension InvalidUTF8: CustomStringConvertible {
  /// One sentence that names the byte and its offset.
  public var description: String { "not UTF-8: byte 0x\(byte.hexadecimal) at offset \(offset)" + hint }

  /// Both bytes of the mark that UTF-16 begins with are invalid in UTF-8.
  private var hint: String { offset == 0 && byte >= 0xFE ? ", as in the byte order mark of UTF-16" : "" }
}

/// The offset of the first byte of `utf8` that no valid UTF-8 sequence has there, or `nil` when all are valid.
///
/// Surrogates, overlong forms and scalars above U+10FFFF are invalid (Unicode 16.0, table 3-7).
///
/// - Complexity: O(*n*), at the speed of the standard library's own check while all is valid; only a mistake is
///   looked for byte by byte.
public func firstInvalidOffset(in utf8: Span<UInt8>) -> Int? {
  // The error is dropped because the loop below finds the place by this function's own definition.
  if (try? UTF8Span(validating: utf8)) != nil { return nil }
  var index = 0
  while index < utf8.count {
    let length = scalarLength(in: utf8, at: index)
    guard length > 0 else { return index }
    index += length
  }
  return nil
}

/// The bytes of the well-formed scalar at `index`, or 0 where none stands.
private func scalarLength(in utf8: Span<UInt8>, at index: Int) -> Int {
  let lead = utf8[index]
  if lead < 0x80 { return 1 }
  let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  guard lead >= 0xC2, lead <= 0xF4, index + length <= utf8.count else { return 0 }
  let second = utf8[index + 1]
  let lowest: UInt8 = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80
  let highest: UInt8 = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF
  guard lowest <= second, second <= highest else { return 0 }
  for offset in 2..<max(length, 2) where utf8[index + offset] & 0xC0 != 0x80 { return 0 }
  return length
}
