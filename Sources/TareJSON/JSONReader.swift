import TareText

/// Reads RFC 8259 strictly and without recursion: no comments, no trailing commas, no unquoted words.
struct JSONReader {
  private let bytes: [UInt8]
  private var offset = 0
  private var nodes: [JSONNode] = []
  /// The node indices of the containers that are still open.
  private var open: [Int] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func read() throws(JSONError) -> [JSONNode] {
    guard bytes.count <= JSONDocument.sizeLimit else {
      throw error(.tooLarge, at: 0, "the text is longer than \(JSONDocument.sizeLimit) bytes")
    }
    if let invalid = firstInvalidOffset(in: bytes.span) {
      throw error(.invalidUTF8, at: invalid, InvalidUTF8(offset: invalid, byte: bytes[invalid]).description)
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    try readValue()
    while let container = open.last {
      try readMore(in: container)
    }
    skipSpace()
    guard offset == bytes.count else {
      throw error(.unexpectedByte, at: offset, "\(found(at: offset)) follows the end of the JSON value")
    }
    return nodes
  }

  /// Goes on in an open container: closes it or reads its next member or element.
  private mutating func readMore(in container: Int) throws(JSONError) {
    let isObject = nodes[container].kind == .object
    let isFirst = nodes.count == container + 1
    skipSpace()
    if peek() == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
      offset += 1
      nodes[container].end = offset
      nodes[container].next = nodes.count
      open.removeLast()
      return
    }
    if !isFirst {
      try expect(UInt8(ascii: ","), isObject ? "\",\" or \"}\"" : "\",\" or \"]\"")
      skipSpace()
    }
    if isObject { try readKey() }
    try readValue()
  }

  private mutating func readKey() throws(JSONError) {
    guard peek() == UInt8(ascii: "\"") else { throw unexpected("a member name in double quotes") }
    try readString()
    skipSpace()
    try expect(UInt8(ascii: ":"), "\":\"")
  }

  private mutating func readValue() throws(JSONError) {
    skipSpace()
    guard nodes.count < JSONDocument.valueLimit else {
      throw error(.tooLarge, at: offset, "more than \(JSONDocument.valueLimit) values")
    }
    switch peek() {
    case UInt8(ascii: "{"): try openContainer(.object)
    case UInt8(ascii: "["): try openContainer(.array)
    case UInt8(ascii: "\""): try readString()
    case UInt8(ascii: "t"): try readWord("true", .boolean)
    case UInt8(ascii: "f"): try readWord("false", .boolean)
    case UInt8(ascii: "n"): try readWord("null", .null)
    case .some(let byte) where byte == UInt8(ascii: "-") || isDigit(byte): try readNumber()
    default: throw unexpected("a JSON value")
    }
  }

  private mutating func openContainer(_ kind: JSONValue.Kind) throws(JSONError) {
    guard open.count < JSONDocument.depthLimit else {
      throw error(.tooDeep, at: offset, "nested deeper than \(JSONDocument.depthLimit) levels")
    }
    open.append(nodes.count)
    nodes.append(JSONNode(kind: kind, start: offset, end: offset, next: 0))
    offset += 1
  }

  private mutating func readString() throws(JSONError) {
    let start = offset
    var hasEscapes = false
    offset += 1
    while true {
      offset = endOfPlainRun(in: bytes.span, from: offset)
      switch peek() {
      case UInt8(ascii: "\""):
        offset += 1
        let index = nodes.count
        nodes.append(JSONNode(kind: .string, hasEscapes: hasEscapes, start: start, end: offset, next: index + 1))
        return
      case UInt8(ascii: "\\"):
        hasEscapes = true
        try readEscape()
      case nil:
        throw error(.unexpectedEnd, at: offset, "the text ends inside the string that begins at offset \(start)")
      default:
        throw unexpected("an escape such as \\n, since control characters may not stand in a string")
      }
    }
  }

  private mutating func readEscape() throws(JSONError) {
    offset += 1
    switch peek() {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      offset += 1
    case UInt8(ascii: "u"):
      offset += 1
      for _ in 0..<4 {
        guard let digit = peek(), hexadecimalValue(digit) != nil else { throw unexpected("four hexadecimal digits") }
        offset += 1
      }
    default:
      throw unexpected("one of \" \\ / b f n r t u behind the backslash")
    }
  }

  private mutating func readNumber() throws(JSONError) {
    let start = offset
    if peek() == UInt8(ascii: "-") { offset += 1 }
    if peek() == UInt8(ascii: "0") { offset += 1 } else { try readDigits() }
    if peek() == UInt8(ascii: ".") {
      offset += 1
      try readDigits()
    }
    if peek() == UInt8(ascii: "e") || peek() == UInt8(ascii: "E") {
      offset += 1
      if peek() == UInt8(ascii: "+") || peek() == UInt8(ascii: "-") { offset += 1 }
      try readDigits()
    }
    nodes.append(JSONNode(kind: .number, start: start, end: offset, next: nodes.count + 1))
  }

  private mutating func readDigits() throws(JSONError) {
    guard let first = peek(), isDigit(first) else { throw unexpected("a digit") }
    while let byte = peek(), isDigit(byte) { offset += 1 }
  }

  private mutating func readWord(_ word: StaticString, _ kind: JSONValue.Kind) throws(JSONError) {
    let start = offset
    for expected in word.description.utf8 {
      guard peek() == expected else { throw unexpected("\"\(word)\"") }
      offset += 1
    }
    nodes.append(JSONNode(kind: kind, start: start, end: offset, next: nodes.count + 1))
  }

  // MARK: Bytes

  private func peek() -> UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func skipSpace() {
    while let byte = peek(), byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { offset += 1 }
  }

  private mutating func expect(_ byte: UInt8, _ name: String) throws(JSONError) {
    guard peek() == byte else { throw unexpected(name) }
    offset += 1
  }

  // MARK: Errors

  private func unexpected(_ wanted: String) -> JSONError {
    let atEnd = offset >= bytes.count
    return error(atEnd ? .unexpectedEnd : .unexpectedByte, at: offset, "found \(found(at: offset)), expected \(wanted)")
  }

  private func found(at offset: Int) -> String {
    guard offset < bytes.count else { return "the end of the text" }
    let byte = bytes[offset]
    if byte > 0x20, byte < 0x7F { return "\"\(Character(Unicode.Scalar(byte)))\"" }
    return "byte 0x\(byte.hexadecimal)"
  }

  private func error(_ code: JSONError.Code, at offset: Int, _ reason: String) -> JSONError {
    JSONError(code: code, offset: offset, location: SourceLocation(of: offset, in: bytes.span), reason: reason)
  }
}

private func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

/// The value of one hexadecimal digit, or `nil` for any other byte.
func hexadecimalValue(_ byte: UInt8) -> UInt32? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
  case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a")) + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A")) + 10
  default: nil
  }
}
