import TareText

/// Reads Handlebars and Mustache: `{{x}}`, `{{{x}}}`, blocks, partials, comments, `~` and lines of their own.
///
/// Grammar: handlebarsjs.com/guide and mustache(5). A line that holds only a block's tag, a comment or a partial is not
/// sent at all, as both say; dotprompt's helpers `role`, `history`, `media` and `section` are known. A mark that
/// nothing closes is text.
struct HandlebarsScanner {
  private var bytes: TemplateBytes
  private let isInCode: (Int) -> Bool
  private var reading = TemplateReading()
  private var names = HandlebarsNames()
  /// Behind the last tag.
  private var covered: Int

  init(_ utf8: [UInt8], _ range: SourceRange, isInCode: @escaping (Int) -> Bool) {
    bytes = TemplateBytes(utf8, range)
    self.isInCode = isInCode
    covered = range.start
  }

  mutating func read() -> TemplateReading {
    var offset = bytes.start
    while offset < bytes.end {
      if bytes.starts("\\{{", at: offset) {
        reading.omitted.append(SourceRange(offset, offset + 1))
        offset += 3
      } else if bytes.starts("{{", at: offset), let end = tag(at: offset) {
        covered = end
        offset = end
      } else {
        if bytes.starts("{{", at: offset) { reading.addUnclosed(offset, isInCode: isInCode(offset)) }
        offset += 1
      }
    }
    reading.variables = names.free
    return reading
  }

  /// Reads the tag that begins at `offset` and returns the offset behind it, or `nil` where none begins.
  private mutating func tag(at offset: Int) -> Int? {
    let inner = offset + (bytes[offset + 2] == UInt8(ascii: "~") ? 3 : 2)
    let isRaw = bytes.starts("{{{", at: offset)
    let start = isRaw ? offset + 3 : inner
    guard let closing = closing(inner: start, isRaw: isRaw), isWhole(start..<closing) else { return nil }
    return finish(offset, start..<closing, closing + (isRaw ? 3 : 2))
  }

  /// Whether no other tag opens in the content of one, which then was never closed; a comment may hold anything.
  private func isWhole(_ content: Range<Int>) -> Bool {
    guard !content.isEmpty, bytes[content.lowerBound] != UInt8(ascii: "!") else { return true }
    var quote: UInt8 = 0
    for at in content {
      let byte = bytes[at]
      if quote == 0, bytes.starts("{{", at: at) { return false }
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = quote == 0 ? byte : quote == byte ? 0 : quote
      }
    }
    return true
  }

  /// Where the closing marks of a tag stand whose content begins at `inner`; a comment may hold a page.
  private mutating func closing(inner: Int, isRaw: Bool) -> Int? {
    if isRaw { return bytes.next("}}}", from: inner) }
    if bytes.starts("!--", at: inner) {
      let closing = [
        bytes.next("--}}", from: inner + 3, limit: .max / 2).map { $0 + 2 },
        bytes.next("-~}}", from: inner + 3, limit: .max / 2).map { $0 + 2 },
      ]
      return closing.compactMap { $0 }.min()
    }
    if bytes[inner] == UInt8(ascii: "!") { return bytes.next("}}", from: inner, limit: .max / 2) }
    return bytes.next("}}", from: inner, quotes: true)
  }

  private mutating func finish(_ offset: Int, _ content: Range<Int>, _ end: Int) -> Int {
    var content = content
    if content.upperBound > content.lowerBound, bytes[content.upperBound - 1] == UInt8(ascii: "~") {
      content = content.lowerBound..<(content.upperBound - 1)
    }
    let range = SourceRange(offset, end)
    let placeholder = Placeholder(
      syntax: .doubleBrace, name: bytes.trimmed(content), range: range, isInCode: isInCode(offset))
    reading.placeholders.append(placeholder)
    note(placeholder, content)
    return end
  }

  private mutating func note(_ placeholder: Placeholder, _ content: Range<Int>) {
    let range = placeholder.range
    if !placeholder.isComment {
      let words = names.take(bytes, content)
      if words.first == "role" {
        reading.roleMarks.append(RoleMark(range: range, role: words.last.flatMap(PromptRole.init(name:))))
      }
      if placeholder.name.utf8.first == UInt8(ascii: ">"), let target = words.first {
        reading.references.append(PromptReference(kind: .partial, target: target, range: range))
      }
    }
    if placeholder.isControl {
      // Helpers such as `role` put nothing in their place, and their line stays.
      let isBlock = placeholder.name.utf8.first.map { !isNameStart($0) } ?? true || placeholder.name.hasPrefix("else")
      let line = isBlock ? bytes.standaloneLine(around: range, notBefore: covered) : nil
      reading.omitted.append(line ?? range)
    }
    omitSpace(range)
  }

  private mutating func omitSpace(_ range: SourceRange) {
    if bytes[range.start + 2] == UInt8(ascii: "~") {
      let start = bytes.spaceStart(before: range.start, notBefore: covered)
      if start < range.start { reading.omitted.append(SourceRange(start, range.start)) }
    }
    if bytes[range.end - 3] == UInt8(ascii: "~"), range.length > 5 {
      let end = bytes.skipSpace(range.end)
      if end > range.end { reading.omitted.append(SourceRange(range.end, end)) }
    }
  }
}
