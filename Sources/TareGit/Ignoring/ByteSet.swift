/// The bytes that a bracket stands for.
struct ByteSet: Sendable {
  private var bits = InlineArray<4, UInt64>(repeating: 0)

  func contains(_ byte: UInt8) -> Bool { bits[Int(byte >> 6)] & 1 << UInt64(byte & 63) != 0 }

  private mutating func insert(_ byte: UInt8) { bits[Int(byte >> 6)] |= 1 << UInt64(byte & 63) }

  /// Reads a bracket with its contents off the front of `rest`; `nil` where it has no end, or names a class that is
  /// none.
  init?(bracket rest: inout ArraySlice<UInt8>) {
    rest.removeFirst()
    let isNegated = rest.first == UInt8(ascii: "!") || rest.first == UInt8(ascii: "^")
    if isNegated { rest.removeFirst() }
    var before: UInt8?
    var isFirst = true
    while isFirst || rest.first != UInt8(ascii: "]") {
      isFirst = false
      guard let byte = rest.first else { return nil }
      if byte == UInt8(ascii: "-"), let low = before, let next = rest.dropFirst().first, next != UInt8(ascii: "]") {
        rest.removeFirst()
        guard let high = Self.member(&rest) else { return nil }
        if low <= high { for inside in low...high { insert(inside) } }
        before = nil
      } else if rest.starts(with: "[:".utf8) {
        rest.removeFirst()
        guard let name = Self.className(&rest) else { return nil }
        if name.isEmpty {
          insert(byte)
        } else {
          guard insert(className: name) else { return nil }
        }
        before = name.isEmpty ? byte : nil
      } else {
        guard let member = Self.member(&rest) else { return nil }
        insert(member)
        before = member
      }
    }
    rest.removeFirst()
    if isNegated { for index in 0..<4 { bits[index] = ~bits[index] } }
  }

  private static func member(_ rest: inout ArraySlice<UInt8>) -> UInt8? {
    guard let byte = rest.popFirst() else { return nil }
    return byte == UInt8(ascii: "\\") ? rest.popFirst() : byte
  }

  /// The name between `[:` and `:]`; nothing where a bracket is just a bracket, `nil` where nothing ends it.
  private static func className(_ rest: inout ArraySlice<UInt8>) -> String? {
    guard let end = rest.dropFirst().firstIndex(of: UInt8(ascii: "]")) else { return nil }
    let name = rest[(rest.startIndex + 1)..<end]
    guard name.last == UInt8(ascii: ":") else { return "" }
    rest = rest[(end + 1)...]
    return String(decoding: name.dropLast(), as: UTF8.self)
  }

  private mutating func insert(className name: String) -> Bool {
    guard let contains = Self.classes[name] else { return false }
    for byte in UInt8(0)..<128 where contains(byte) { insert(byte) }
    return true
  }

  /// The classes of POSIX in ASCII, as git has them.
  private static let classes: [String: @Sendable (UInt8) -> Bool] = [
    "alnum": { isLetter($0) || isDigit($0) }, "alpha": { isLetter($0) }, "blank": { $0 == 0x20 || $0 == 0x09 },
    "cntrl": { $0 < 0x20 || $0 == 0x7F }, "digit": { isDigit($0) }, "graph": { 0x21...0x7E ~= $0 },
    "lower": { isLower($0) }, "print": { 0x20...0x7E ~= $0 },
    "punct": { 0x21...0x7E ~= $0 && !isLetter($0) && !isDigit($0) },
    "space": { $0 == 0x20 || 0x09...0x0D ~= $0 }, "upper": { isUpper($0) },
    "xdigit": { isDigit($0) || 0x41...0x46 ~= $0 || 0x61...0x66 ~= $0 },
  ]

  private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }
  private static func isUpper(_ byte: UInt8) -> Bool { 0x41...0x5A ~= byte }
  private static func isLower(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte }
  private static func isLetter(_ byte: UInt8) -> Bool { isUpper(byte) || isLower(byte) }
}
