import TareText

/// Reads the string literals of a Python program that are prompts: triple quotes, prefixes, implicit concatenation,
/// `textwrap.dedent`.
///
/// Which ones are, ``LiteralContext`` says; f-strings are read as such, others may be filled by anything. Grammar:
/// docs.python.org/3/reference/lexical_analysis.html.
struct PythonLiterals {
  private let source: SourceText
  private let bytes: TemplateBytes
  private let escapes: LiteralEscapes
  private var context = LiteralContext()
  private var literals = LiteralJoiner()
  /// Quotes of which a triple was never closed, and how far lines were searched for single ones in vain, so that
  /// nothing is searched for twice.
  private var unclosed: Set<UInt8> = []
  private var searched: [UInt8: Int] = [:]

  init(_ source: SourceText) {
    self.source = source
    bytes = TemplateBytes(source.utf8, SourceRange(source.byteOrderMarkLength, source.utf8.count))
    escapes = LiteralEscapes(bytes: bytes, dialect: .python)
  }

  func read() -> FormatReading {
    var reader = self
    reader.readAll()
    reader.literals.finish()
    return FormatReading(values: reader.literals.values, in: source)
  }

  private mutating func readAll() {
    var at = bytes.start
    while at < bytes.end {
      let byte = bytes[at]
      if byte == UInt8(ascii: "#") {
        let end = (at..<bytes.end).first { bytes[$0] == 0x0A || bytes[$0] == 0x0D } ?? bytes.end
        context.comment(bytes.utf8[at..<end])
        at = end
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        at = literal(at, prefix: at..<at)
      } else if isNameStart(byte) {
        at = word(at)
      } else {
        mark(byte, at)
        at += 1
      }
    }
  }

  private mutating func mark(_ byte: UInt8, _ at: Int) {
    if byte == 0x0A || byte == 0x0D {
      context.lineEnd()
    } else if !isWhiteSpace(byte) {
      context.mark(byte, before: bytes[at - 1], after: bytes[at + 1])
      if byte != UInt8(ascii: "\\") { literals.finish() }
    }
  }

  private mutating func word(_ start: Int) -> Int {
    let end = (start..<bytes.end).first { !isNamePart(bytes[$0]) } ?? bytes.end
    let isQuote = bytes[end] == UInt8(ascii: "\"") || bytes[end] == UInt8(ascii: "'")
    if isQuote, end - start <= 2, (start..<end).allSatisfy({ "rRbBuUfFtT".utf8.contains(bytes[$0]) }) {
      return literal(end, prefix: start..<end)
    }
    literals.finish()
    context.name(String(decoding: bytes.utf8[start..<min(end, start + 128)], as: UTF8.self))
    return end
  }

  /// Reads the literal whose quote stands at `quote` and returns the offset behind it.
  private mutating func literal(_ quote: Int, prefix: Range<Int>) -> Int {
    let isTriple = bytes[quote + 1] == bytes[quote] && bytes[quote + 2] == bytes[quote]
    let length = isTriple ? 3 : 1
    guard let close = closing(quote + length, bytes[quote], isTriple) else { return min(quote + length, bytes.end) }
    let letters = Set(prefix.map { bytes[$0] | 0x20 })
    let content = (quote + length)..<close
    if context.expectsPrompt(saying: bytes.utf8[content]) || literals.isOpen, !letters.contains(UInt8(ascii: "b")) {
      let isFormatted = letters.contains(UInt8(ascii: "f")) || letters.contains(UInt8(ascii: "t"))
      literals.join(
        SourceRange(prefix.lowerBound, close + length), isFormatted ? .formatString : .any,
        isDedented: context.isDedented
      ) { escapes.decode(content, into: &$0, isRaw: letters.contains(UInt8(ascii: "r"))) }
    }
    context.literal(Array(bytes.utf8[content.prefix(65)]))
    return close + length
  }

  /// Where the closing quote stands; a string of one line that is not closed on it is none.
  private mutating func closing(_ start: Int, _ quote: UInt8, _ isTriple: Bool) -> Int? {
    if isTriple ? unclosed.contains(quote) : start < searched[quote] ?? 0 { return nil }
    var at = start
    while at < bytes.end {
      let byte = bytes[at]
      if byte == UInt8(ascii: "\\") {
        at += 2
        continue
      }
      if byte == quote, !isTriple || bytes[at + 1] == quote && bytes[at + 2] == quote { return at }
      if !isTriple, byte == 0x0A || byte == 0x0D { break }
      at += 1
    }
    if isTriple { unclosed.insert(quote) } else { searched[quote] = at }
    return nil
  }
}
