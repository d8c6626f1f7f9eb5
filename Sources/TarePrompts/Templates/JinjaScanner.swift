import TareText

/// Reads Jinja2: `{{ }}`, `{% %}`, `{# #}`, `raw`, and the marks that take white space with them.
///
/// Grammar: jinja.palletsprojects.com/en/stable/templates, with the default settings, under which the line ending
/// behind a statement is sent. A mark that nothing closes is text.
struct JinjaScanner {
  private var bytes: TemplateBytes
  private let isInCode: (Int) -> Bool
  private var reading = TemplateReading()
  private var names = JinjaNames()
  /// Behind the last tag.
  private var covered: Int
  /// Whether no raw block that opens from here on is ever closed.
  private var rawNeverEnds = false

  init(_ utf8: [UInt8], _ range: SourceRange, isInCode: @escaping (Int) -> Bool) {
    bytes = TemplateBytes(utf8, range)
    self.isInCode = isInCode
    covered = range.start
  }

  mutating func read() -> TemplateReading {
    var offset = bytes.start
    while offset < bytes.end {
      guard bytes[offset] == UInt8(ascii: "{"), let end = tag(at: offset) else {
        if opensTag(at: offset) { reading.addUnclosed(offset, isInCode: isInCode(offset)) }
        offset += 1
        continue
      }
      covered = end
      offset = end
    }
    reading.variables = names.free
    return reading
  }

  /// Reads the tag that begins at `offset` and returns the offset behind it, or `nil` where none begins.
  private mutating func tag(at offset: Int) -> Int? {
    if bytes.starts("{#", at: offset) {
      // A comment may hold a page.
      guard let closing = bytes.next("#}", from: offset + 2, limit: .max / 2) else { return nil }
      return comment(offset, closing)
    }
    if bytes.starts("{{", at: offset) {
      guard let closing = bytes.next("}}", from: offset + 2, quotes: true), isWhole(content(offset, closing)) else {
        return nil
      }
      return expression(offset, closing)
    }
    guard bytes.starts("{%", at: offset), let closing = bytes.next("%}", from: offset + 2, quotes: true),
      isWhole(content(offset, closing))
    else { return nil }
    return statement(offset, closing)
  }

  private func opensTag(at offset: Int) -> Bool {
    bytes.starts("{{", at: offset) || bytes.starts("{%", at: offset) || bytes.starts("{#", at: offset)
  }

  /// Whether no statement opens in the content of a tag and no paragraph ends in it: the tag was never closed then, and
  /// what closes it is the end of another.
  private func isWhole(_ content: Range<Int>) -> Bool {
    var quote: UInt8 = 0
    for at in content {
      let byte = bytes[at]
      if quote == 0, bytes.starts("{%", at: at) || bytes.starts("{{", at: at) && at > content.lowerBound {
        return false
      }
      if byte == 0x0A, bytes.starts("\n\n", at: at) || bytes.starts("\n\r\n", at: at) { return false }
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = quote == 0 ? byte : quote == byte ? 0 : quote
      }
    }
    return true
  }

  private mutating func comment(_ offset: Int, _ closing: Int) -> Int {
    let content = content(offset, closing)
    add(.comment, content, offset, closing)
    return omit(offset, closing)
  }

  private mutating func expression(_ offset: Int, _ closing: Int) -> Int {
    let content = content(offset, closing)
    add(.doubleBrace, content, offset, closing)
    names.use(bytes, in: content)
    omitSpace(offset, closing)
    return closing + 2
  }

  private mutating func statement(_ offset: Int, _ closing: Int) -> Int {
    let content = content(offset, closing)
    add(.statement, content, offset, closing)
    if let reference = names.statement(bytes, in: content) { reading.references.append(reference) }
    let end = omit(offset, closing)
    guard bytes.trimmed(content) == "raw", !rawNeverEnds else { return end }
    return endOfRaw(from: end)
  }

  /// Behind the statement that ends a raw block, with the statement added; what stands in the block is text.
  private mutating func endOfRaw(from offset: Int) -> Int {
    var at = offset
    while let opening = bytes.next("{%", from: at, limit: bytes.end - at) {
      guard let closing = bytes.next("%}", from: opening + 2) else { break }
      let content = content(opening, closing)
      if bytes.trimmed(content) == "endraw" {
        covered = offset
        add(.statement, content, opening, closing)
        return omit(opening, closing)
      }
      at = opening + 2
    }
    rawNeverEnds = true
    return offset
  }

  // MARK: Marks

  /// What stands between the marks, without those that take white space.
  private func content(_ offset: Int, _ closing: Int) -> Range<Int> {
    var lower = offset + 2
    var upper = closing
    if lower < upper, "-+".utf8.contains(bytes[lower]) { lower += 1 }
    if lower < upper, "-+".utf8.contains(bytes[upper - 1]) { upper -= 1 }
    return lower..<upper
  }

  private mutating func add(_ syntax: Placeholder.Syntax, _ content: Range<Int>, _ offset: Int, _ closing: Int) {
    reading.placeholders.append(
      Placeholder(
        syntax: syntax, name: bytes.trimmed(content), range: SourceRange(offset, closing + 2),
        isInCode: isInCode(offset)))
  }

  private mutating func omit(_ offset: Int, _ closing: Int) -> Int {
    reading.omitted.append(SourceRange(offset, closing + 2))
    omitSpace(offset, closing)
    return closing + 2
  }

  /// Omits the white space that the tag takes with it.
  private mutating func omitSpace(_ offset: Int, _ closing: Int) {
    if bytes[offset + 2] == UInt8(ascii: "-") {
      let start = bytes.spaceStart(before: offset, notBefore: covered)
      if start < offset { reading.omitted.append(SourceRange(start, offset)) }
    }
    if bytes[closing - 1] == UInt8(ascii: "-"), closing - 1 > offset + 1 {
      let end = bytes.skipSpace(closing + 2)
      if end > closing + 2 { reading.omitted.append(SourceRange(closing + 2, end)) }
    }
  }
}
