import TareText

/// The bytes of a template between two offsets, and the questions scanners ask of them.
struct TemplateBytes {
  let utf8: [UInt8]
  let start: Int
  let end: Int
  /// For each mark that was searched for, where it stands next, so that a mark nothing closes is not searched for again
  /// and again.
  private var known: [UInt32: Int] = [:]

  init(_ utf8: [UInt8], _ range: SourceRange) {
    self.utf8 = utf8
    start = range.start
    end = min(range.end, utf8.count)
  }

  /// A tag longer than this is text that happens to hold braces; it keeps every search short.
  static let longestTag = 4_096

  subscript(offset: Int) -> UInt8 { offset >= start && offset < end ? utf8[offset] : 0 }

  /// Whether `marks` stand at `offset`.
  func starts(_ marks: StaticString, at offset: Int) -> Bool {
    guard offset >= start, offset + marks.utf8CodeUnitCount <= end else { return false }
    // SAFETY: the buffer is only read inside the closure, by its own indices.
    return marks.withUTF8Buffer { marks in
      for index in marks.indices {
        guard unsafe marks[index] == utf8[offset + index] else { return false }
      }
      return true
    }
  }

  /// Where `marks` stand next at or behind `offset`, no further than `limit` bytes. With `quotes`, marks inside a string
  /// do not count, unless that leaves none.
  ///
  /// - Precondition: `offset` never goes back from call to call by more than a tag.
  mutating func next(_ marks: StaticString, from offset: Int, quotes: Bool = false, limit: Int = longestTag) -> Int? {
    let first = firstPlace(of: marks, from: offset)
    guard first < min(end, offset.advanced(by: limit)) else { return nil }
    return quotes ? placeOutsideStrings(of: marks, from: offset, limit: limit) ?? first : first
  }

  private mutating func firstPlace(of marks: StaticString, from offset: Int) -> Int {
    // SAFETY: as above.
    let key = marks.withUTF8Buffer { marks in
      var key: UInt32 = 0
      for index in marks.indices { key = unsafe UInt32(marks[index]) | key << 8 }
      return key
    }
    if let place = known[key], place >= offset { return place }
    var at = offset
    while at < end, !starts(marks, at: at) { at += 1 }
    known[key] = at
    return at
  }

  /// A string that opens in a tag is closed in it, or text follows until some other tag closes it; either way what was
  /// searched is passed over, or it held no second quote and is searched once for each kind of them.
  private func placeOutsideStrings(of marks: StaticString, from offset: Int, limit: Int) -> Int? {
    var quote: UInt8 = 0
    var at = offset
    while at < min(end, offset.advanced(by: limit)) {
      let byte = utf8[at]
      if quote == 0, starts(marks, at: at) { return at }
      if quote != 0, byte == UInt8(ascii: "\\") {
        at += 1
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        if quote == 0 { quote = byte } else if quote == byte { quote = 0 }
      }
      at += 1
    }
    return nil
  }

  /// The text of `range` without blanks around it.
  func trimmed(_ range: Range<Int>) -> String {
    String(decoding: utf8[trimmedRange(range)], as: UTF8.self)
  }

  /// `range` without white space around it.
  func trimmedRange(_ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, isSpace(utf8[lower]) { lower += 1 }
    while upper > lower, isSpace(utf8[upper - 1]) { upper -= 1 }
    return lower..<upper
  }

  /// Behind the white space from `offset` on.
  func skipSpace(_ offset: Int) -> Int {
    var at = offset
    while at < end, isSpace(utf8[at]) { at += 1 }
    return at
  }

  /// Where the white space in front of `offset` begins, not before `floor`.
  func spaceStart(before offset: Int, notBefore floor: Int) -> Int {
    var at = offset
    while at > max(floor, start), isSpace(utf8[at - 1]) { at -= 1 }
    return at
  }

  /// The whole lines from `range` when nothing but blanks stands beside it, and the line ending with them.
  func standaloneLine(around range: SourceRange, notBefore floor: Int) -> SourceRange? {
    var lower = range.start
    while lower > max(start, floor), isBlank(utf8[lower - 1]) { lower -= 1 }
    guard lower == start || endsLine(utf8[lower - 1]) else { return nil }
    var upper = range.end
    while upper < end, isBlank(utf8[upper]) { upper += 1 }
    if upper < end {
      guard endsLine(utf8[upper]) else { return nil }
      upper += starts("\r\n", at: upper) ? 2 : 1
    }
    return SourceRange(lower, upper)
  }

  func isSpace(_ byte: UInt8) -> Bool { isWhiteSpace(byte) }
  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
  private func endsLine(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}

/// Whether a name may begin with the byte.
func isNameStart(_ byte: UInt8) -> Bool {
  (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z") || byte == UInt8(ascii: "_") || byte >= 0x80
}

/// Whether a name may go on with the byte.
func isNamePart(_ byte: UInt8) -> Bool {
  isNameStart(byte) || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
}

/// Whether the byte is white space of ASCII.
func isWhiteSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }
