/// Checks a text that comes in parts, which may be cut inside a scalar.
///
/// It finds the mistake that ``firstInvalidOffset(in:)`` finds in the whole text, and keeps at most three bytes.
public struct UTF8Stream: Sendable {
  /// The bytes of a scalar that is not there in full yet.
  private var held: [UInt8] = []
  /// The offset of the first byte that has not been found valid, which is that of `held`.
  private var offset = 0

  /// A check that has seen nothing.
  public init() {}

  /// Checks the next part.
  ///
  /// - Throws: ``InvalidUTF8`` with the offset in the whole text of the first byte that does not belong.
  public mutating func append(_ part: ArraySlice<UInt8>) throws(InvalidUTF8) {
    let text = held.isEmpty ? part : (held + part)[...]
    let end = text.endIndex - cutScalarLength(at: text)
    let whole = text[..<end]
    if let invalid = firstInvalidOffset(in: whole.span) {
      throw InvalidUTF8(offset: offset + invalid, byte: whole[whole.startIndex + invalid])
    }
    offset += whole.count
    held = Array(text[end...])
  }

  /// Checks that the text does not end inside a scalar.
  public func finish() throws(InvalidUTF8) {
    if let first = held.first { throw InvalidUTF8(offset: offset, byte: first) }
  }
}

/// The number of bytes at the end of `text` that begin a scalar and do not finish it.
private func cutScalarLength(at text: ArraySlice<UInt8>) -> Int {
  for (index, byte) in text.suffix(3).reversed().enumerated() where byte & 0xC0 != 0x80 {
    let length = byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    return length > index + 1 ? index + 1 : 0
  }
  return 0
}
