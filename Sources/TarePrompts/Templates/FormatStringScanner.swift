import TareText

/// Reads the fields of Python's `str.format` and f-strings: `{name!r:>10}`, with `{{` and `}}` for braces.
///
/// Grammar: docs.python.org/3/library/string.html#formatstrings. A brace that opens or closes nothing is text, where
/// Python would refuse the string.
struct FormatStringScanner {
  private let bytes: TemplateBytes
  private let isInCode: (Int) -> Bool
  private var reading = TemplateReading()

  init(_ utf8: [UInt8], _ range: SourceRange, isInCode: @escaping (Int) -> Bool) {
    bytes = TemplateBytes(utf8, range)
    self.isInCode = isInCode
  }

  mutating func read() -> TemplateReading {
    var offset = bytes.start
    while offset < bytes.end {
      if bytes.starts("{{", at: offset) || bytes.starts("}}", at: offset) {
        reading.escapes.append((SourceRange(offset, offset + 2), bytes[offset]))
        offset += 2
      } else if bytes[offset] == UInt8(ascii: "{"), let end = field(at: offset) {
        offset = end
      } else {
        offset += 1
      }
    }
    return reading
  }

  /// Reads the field that begins at `offset` and returns the offset behind it.
  private mutating func field(at offset: Int) -> Int? {
    guard let close = closingBrace(from: offset + 1) else { return nil }
    let content = bytes.trimmedRange((offset + 1)..<close)
    guard !content.isEmpty else { return nil }
    reading.placeholders.append(
      Placeholder(
        syntax: .brace, name: String(decoding: bytes.utf8[content], as: UTF8.self),
        range: SourceRange(offset, close + 1), isInCode: isInCode(offset)))
    let name = content.prefix { isNamePart(bytes[$0]) }
    if let first = name.first, isNameStart(bytes[first]), bytes[content.lowerBound + name.count] != UInt8(ascii: "(") {
      reading.variables.append(
        TemplateVariable(
          name: String(decoding: bytes.utf8[content.lowerBound..<(content.lowerBound + name.count)], as: UTF8.self),
          range: SourceRange(content.lowerBound, content.lowerBound + name.count)))
    }
    return close + 1
  }

  /// The brace that closes a field: on the same line, with fields in the format of the field passed over.
  private func closingBrace(from offset: Int) -> Int? {
    var depth = 0
    for at in offset..<min(bytes.end, offset + TemplateBytes.longestTag) {
      switch bytes[at] {
      case UInt8(ascii: "{"):
        depth += 1
        // Nobody nests further, and whoever only opens braces is not followed to the end for each of them.
        if depth > 2 { return nil }
      case UInt8(ascii: "}") where depth == 0: return at
      case UInt8(ascii: "}"): depth -= 1
      case 0x0A, 0x0D: return nil
      default: break
      }
    }
    return nil
  }
}
