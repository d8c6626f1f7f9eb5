import TareText

/// Reads the string and template literals of a TypeScript or JavaScript program that are prompts.
///
/// Which ones are, ``LiteralContext`` says. Grammar: ECMA-262, section 12; whether a slash divides or opens a regular
/// expression is told by what stands in front of it.
struct TypeScriptLiterals {
  private let source: SourceText
  private let bytes: TemplateBytes
  private let escapes: LiteralEscapes
  private var context = LiteralContext()
  private var literals = LiteralJoiner()
  /// Whether a template literal was found that never ends, so that nothing is searched for again.
  private var hasUnclosedTemplate = false
  /// How far lines were searched for a quote or a slash in vain.
  private var searched: [UInt8: Int] = [:]
  /// The last byte that is no white space, outside comments and literals.
  private var last: UInt8 = 0

  init(_ source: SourceText) {
    self.source = source
    bytes = TemplateBytes(source.utf8, SourceRange(source.byteOrderMarkLength, source.utf8.count))
    escapes = LiteralEscapes(bytes: bytes, dialect: .javaScript)
  }

  func read() -> FormatReading {
    var reader = self
    reader.readAll()
    reader.literals.finish()
    return FormatReading(values: reader.literals.values, in: source)
  }

  private mutating func readAll() {
    var at = bytes.start
    while at < bytes.end { at = max(at + 1, token(at)) }
  }

  /// Reads what begins at `at` and returns the offset behind it.
  private mutating func token(_ at: Int) -> Int {
    let byte = bytes[at]
    switch byte {
    case UInt8(ascii: "/") where bytes[at + 1] == UInt8(ascii: "/"): return comment(at, lineEnd(from: at))
    case UInt8(ascii: "/") where bytes[at + 1] == UInt8(ascii: "*"): return comment(at, endOfBlockComment(at + 2))
    case UInt8(ascii: "/") where opensExpression: return endOfExpression(at + 1) ?? at + 1
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return string(at)
    case UInt8(ascii: "`"): return template(at)
    case _ where isNameStart(byte) || byte == UInt8(ascii: "$"): return word(at)
    case 0x0A, 0x0D:
      context.lineEnd()
      return at + 1
    default:
      if !isWhiteSpace(byte) {
        context.mark(byte, before: bytes[at - 1], after: bytes[at + 1])
        if byte != UInt8(ascii: "+") { literals.finish() }
        last = byte
      }
      return at + 1
    }
  }

  private mutating func comment(_ start: Int, _ end: Int) -> Int {
    context.comment(bytes.utf8[start..<min(end, start + 128)])
    return end
  }

  private mutating func word(_ start: Int) -> Int {
    let end = (start + 1..<max(start + 1, bytes.end)).first { !isNamePart(bytes[$0]) && bytes[$0] != UInt8(ascii: "$") }
    let stop = end ?? bytes.end
    literals.finish()
    context.name(String(decoding: bytes.utf8[start..<min(stop, start + 128)], as: UTF8.self))
    last = bytes[start]
    return stop
  }

  // MARK: Literals

  private mutating func string(_ quote: Int) -> Int {
    guard quote >= searched[bytes[quote]] ?? 0 else { return quote + 1 }
    var at = quote + 1
    while at < bytes.end, bytes[at] != bytes[quote], bytes[at] != 0x0A, bytes[at] != 0x0D {
      at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard at < bytes.end, bytes[at] == bytes[quote] else {
      searched[bytes[quote]] = at
      return quote + 1
    }
    return literal(quote, at, .none)
  }

  private mutating func template(_ quote: Int) -> Int {
    guard !hasUnclosedTemplate else { return quote + 1 }
    guard let close = endOfTemplate(quote + 1) else {
      hasUnclosedTemplate = true
      return quote + 1
    }
    return literal(quote, close, .dollarBrace)
  }

  private mutating func literal(_ quote: Int, _ close: Int, _ language: TemplateLanguage) -> Int {
    let content = (quote + 1)..<close
    if context.expectsPrompt || literals.isOpen {
      literals.join(
        SourceRange(quote, close + 1), language == .none ? .any : language, isDedented: context.isDedented
      ) { escapes.decode(content, into: &$0) }
    }
    context.literal(Array(bytes.utf8[content.prefix(65)]))
    last = UInt8(ascii: "\"")
    return close + 1
  }

  /// Where a template literal ends: substitutions may hold literals that hold substitutions.
  private func endOfTemplate(_ start: Int) -> Int? {
    // One number for each open substitution: the braces open in it.
    var braces: [Int] = []
    var isText = true
    var texts = 1
    var at = start
    while at < bytes.end {
      switch bytes[at] {
      case UInt8(ascii: "\\"): at += 1
      case UInt8(ascii: "`"):
        texts += isText ? -1 : 1
        if texts == 0 { return at }
        isText.toggle()
      case UInt8(ascii: "$") where isText && bytes[at + 1] == UInt8(ascii: "{"):
        braces.append(0)
        isText = false
        at += 1
      case UInt8(ascii: "{") where !isText: braces[braces.count - 1] += 1
      case UInt8(ascii: "}") where !isText:
        if braces[braces.count - 1] > 0 {
          braces[braces.count - 1] -= 1
        } else {
          braces.removeLast()
          isText = true
        }
      default: break
      }
      at += 1
    }
    return nil
  }

  // MARK: Comments and expressions

  private func lineEnd(from start: Int) -> Int {
    (start..<bytes.end).first { bytes[$0] == 0x0A || bytes[$0] == 0x0D } ?? bytes.end
  }

  private func endOfBlockComment(_ start: Int) -> Int {
    var at = start
    while at < bytes.end, !bytes.starts("*/", at: at) { at += 1 }
    return min(at + 2, bytes.end)
  }

  /// Whether a slash here opens a regular expression and divides nothing.
  private var opensExpression: Bool { last == 0 || "(,=:[!&|?{};+-*%<>~^".utf8.contains(last) }

  private mutating func endOfExpression(_ start: Int) -> Int? {
    guard start > searched[UInt8(ascii: "/")] ?? 0 else { return nil }
    var isClass = false
    var at = start
    while at < bytes.end, bytes[at] != 0x0A, bytes[at] != 0x0D {
      switch bytes[at] {
      case UInt8(ascii: "\\"): at += 1
      case UInt8(ascii: "["): isClass = true
      case UInt8(ascii: "]"): isClass = false
      case UInt8(ascii: "/") where !isClass: return at + 1
      default: break
      }
      at += 1
    }
    searched[UInt8(ascii: "/")] = at
    return nil
  }
}
