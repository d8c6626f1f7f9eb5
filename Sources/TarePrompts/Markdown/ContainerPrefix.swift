import TareText

/// The lines of a body, seen without what quotations and list items put in front of them.
struct BodyLines {
  let source: SourceText
  /// The lines of the body.
  let lines: Range<Int>
  private let bodyStart: Int

  init(_ source: SourceText, body: SourceRange) {
    self.source = source
    bodyStart = body.start
    let first = source.lineIndex(at: body.start)
    lines = body.isEmpty ? first..<first : first..<source.lineCount
  }

  /// The line without its ending and without a byte order mark.
  func range(_ line: Int) -> SourceRange {
    let content = source.lineContentRange(line)
    return SourceRange(min(max(content.start, bodyStart), content.end), content.end)
  }

  /// The line without the marks of quotations and of up to `listDepth` list items.
  func content(_ line: Int, listDepth: Int = 0) -> ArraySlice<UInt8> {
    var text = withoutQuoteMarks(source.bytes(in: range(line)))
    for _ in 0..<listDepth {
      guard let length = markerLength(text) else { break }
      text = withoutQuoteMarks(text.dropFirst(length))
    }
    return text
  }

  /// Whether the line is a thematic break, by itself or behind the marks of up to `listDepth` list items.
  func isThematicBreak(_ line: Int, listDepth: Int) -> Bool {
    var text = content(line)
    for _ in 0..<listDepth {
      guard !text.isThematicBreak, let length = markerLength(text) else { break }
      text = withoutQuoteMarks(text.dropFirst(length))
    }
    return text.isThematicBreak
  }

  private func withoutQuoteMarks(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    text.drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
  }

  /// How many marks of quotations stand in front of the line.
  func quoteMarks(_ line: Int) -> Int {
    source.bytes(in: range(line)).prefix { " \t>".utf8.contains($0) }.count { $0 == UInt8(ascii: ">") }
  }

  /// The column, from 0, in which the content begins; a tab leads to the next multiple of 4.
  func contentColumn(_ line: Int, listDepth: Int = 0) -> Int {
    let prefix = source.utf8[range(line).start..<content(line, listDepth: listDepth).startIndex]
    return prefix.reduce(0) { column, byte in byte == 0x09 ? (column / 4 + 1) * 4 : column + 1 }
  }

  /// Whether an item of a list begins on the line.
  func opensItem(_ line: Int) -> Bool { markerLength(content(line)) != nil }

  func isBlank(_ line: Int, listDepth: Int = 0) -> Bool { content(line, listDepth: listDepth).isEmpty }

  /// Whether the line behind makes this one a heading.
  func isUnderlined(_ line: Int) -> Bool {
    guard line + 1 < lines.upperBound, !isBlank(line), !content(line).isMarkedHeading else { return false }
    let underline = content(line + 1)
    return underline.leading(UInt8(ascii: "=")) == underline.count && !underline.isEmpty
      || underline.leading(UInt8(ascii: "-")) + underline.reversed().prefix { $0 == 0x20 }.count == underline.count
        && underline.first == UInt8(ascii: "-")
  }

  /// The length of a list marker with the blank behind it, or of a marker that ends the line.
  private func markerLength(_ text: ArraySlice<UInt8>) -> Int? {
    guard let first = text.first else { return nil }
    var length = 0
    if "-+*".utf8.contains(first) {
      length = 1
    } else {
      let digits = text.prefix(10).prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }.count
      guard digits > 0, let mark = text.dropFirst(digits).first, ".)".utf8.contains(mark) else { return nil }
      length = digits + 1
    }
    guard let next = text.dropFirst(length).first else { return length }
    return next == 0x20 || next == 0x09 ? length : nil
  }
}

extension ArraySlice<UInt8> {
  /// How often `byte` stands at the start.
  func leading(_ byte: UInt8) -> Int { prefix { $0 == byte }.count }

  /// Whether this line is a thematic break.
  var isThematicBreak: Bool {
    guard let mark = first, "-*_".utf8.contains(mark) else { return false }
    return allSatisfy { $0 == mark || $0 == 0x20 || $0 == 0x09 } && count { $0 == mark } >= 3
  }

  /// Whether this line opens or closes a fence of `character`, at least `length` long.
  func isFence(of character: UInt8, length: Int = 3) -> Bool { leading(character) >= length }

  /// Whether this line can be the second of a table.
  var isDelimiterRow: Bool {
    contains(UInt8(ascii: "-")) && allSatisfy { "|-: \t".utf8.contains($0) }
  }

  /// Whether this line looks like the definition of a link, `[label]: /address`.
  var isLinkDefinition: Bool {
    guard first == UInt8(ascii: "["), let closing = firstIndex(of: UInt8(ascii: "]")) else { return false }
    return closing > startIndex + 1 && dropFirst(closing - startIndex + 1).first == UInt8(ascii: ":")
  }

  /// Whether this line is a heading with `#` in front.
  var isMarkedHeading: Bool {
    let marks = leading(UInt8(ascii: "#"))
    guard (1...6).contains(marks) else { return false }
    guard let next = dropFirst(marks).first else { return true }
    return next == 0x20 || next == 0x09
  }
}
