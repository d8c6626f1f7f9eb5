/// The word rules of Unicode's annex 29 as far as they concern ASCII, in a table walk.
///
/// Colon and commercial at do not come here: ICU's versions differ about them.
enum ASCIIWords {
  /// The end of the segment that begins at `start`, and whether it is a word.
  ///
  /// - Precondition: `start < end`, and all bytes between them are ASCII other than `:` and `@`.
  static func segment(of utf8: Span<UInt8>, from start: Int, to end: Int) -> TextSegment {
    switch ASCIIWordClass(utf8[start]) {
    case .space:
      TextSegment(range: start..<endOfSpaces(in: utf8, from: start, to: end), isWord: false)
    case .letter, .digit, .connector:
      word(of: utf8, from: start, to: end)
    default:
      TextSegment(range: start..<start + (isLineEnd(utf8, at: start, to: end) ? 2 : 1), isWord: false)
    }
  }

  private static func endOfSpaces(in utf8: Span<UInt8>, from start: Int, to end: Int) -> Int {
    var offset = start
    while offset < end, utf8[offset] == 0x20 { offset += 1 }
    return offset
  }

  private static func isLineEnd(_ utf8: Span<UInt8>, at offset: Int, to end: Int) -> Bool {
    utf8[offset] == 0x0D && offset + 1 < end && utf8[offset + 1] == 0x0A
  }

  private static func word(of utf8: Span<UInt8>, from start: Int, to end: Int) -> TextSegment {
    var offset = start
    while true {
      let current = ASCIIWordClass(utf8[offset])
      offset += 1
      guard offset < end else { break }
      let next = ASCIIWordClass(utf8[offset])
      if next.isInWord { continue }
      guard next.joins(current), offset + 1 < end, ASCIIWordClass(utf8[offset + 1]) == current else { break }
      offset += 1
    }
    // To ICU one low line is no word, but two are.
    return TextSegment(range: start..<offset, isWord: utf8[start] != 0x5F || offset - start > 1)
  }
}

/// The Word_Break property of ASCII, in the classes that make a difference.
enum ASCIIWordClass {
  case letter
  case digit
  /// The low line, which joins letters and digits alike.
  case connector
  /// Full stop and apostrophe: joins two letters or two digits.
  case betweenEither
  /// Comma and semicolon: joins two digits.
  case betweenDigits
  case space
  case other

  init(_ byte: UInt8) {
    switch byte {
    case 0x61...0x7A, 0x41...0x5A: self = .letter
    case 0x20: self = .space
    case 0x30...0x39: self = .digit
    case 0x5F: self = .connector
    case 0x2E, 0x27: self = .betweenEither
    case 0x2C, 0x3B: self = .betweenDigits
    default: self = .other
    }
  }

  var isInWord: Bool { self == .letter || self == .digit || self == .connector }

  /// Whether it holds two characters of class `sides` together when it stands between them.
  func joins(_ sides: ASCIIWordClass) -> Bool {
    switch self {
    case .betweenEither: sides == .letter || sides == .digit
    case .betweenDigits: sides == .digit
    default: false
    }
  }
}
