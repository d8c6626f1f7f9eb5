import TareText

/// The escapes that Python and JavaScript share, and what each has of its own.
///
/// docs.python.org/3/reference/lexical_analysis.html#escape-sequences; ECMA-262, section 12.9.4.
struct LiteralEscapes {
  enum Dialect {
    case python
    case javaScript
  }

  let bytes: TemplateBytes
  let dialect: Dialect

  /// Adds what `range`, the inside of a literal, stands for.
  func decode(_ range: Range<Int>, into text: inout DecodedText, isRaw: Bool = false) {
    var at = range.lowerBound
    while at < range.upperBound {
      let special = (at..<range.upperBound).first { bytes[$0] == 0x0D || bytes[$0] == UInt8(ascii: "\\") && !isRaw }
      let stop = special ?? range.upperBound
      text.appendVerbatim(SourceRange(at, stop), of: bytes.utf8)
      guard stop < range.upperBound else { return }
      let end = min(stop + length(at: stop), range.upperBound)
      text.append(decoded(stop, end), from: SourceRange(stop, end))
      at = end
    }
  }

  /// The bytes of the escape at `at`; line endings are read as line feeds.
  private func length(at: Int) -> Int {
    if bytes[at] == 0x0D { return bytes[at + 1] == 0x0A ? 2 : 1 }
    switch bytes[at + 1] {
    case UInt8(ascii: "x"): return 4
    case UInt8(ascii: "u"):
      if dialect == .javaScript, bytes[at + 2] == UInt8(ascii: "{") {
        let close = ((at + 3)..<(at + 10)).first { bytes[$0] == UInt8(ascii: "}") }
        return close.map { $0 + 1 - at } ?? 2
      }
      return surrogateLength(at)
    case UInt8(ascii: "U") where dialect == .python: return 10
    case 0x0D: return bytes[at + 2] == 0x0A ? 3 : 2
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      let digits = ((at + 1)..<(at + 4)).prefix { bytes[$0] >= 0x30 && bytes[$0] <= 0x37 }.count
      return 1 + (dialect == .python ? digits : 1)
    case let byte where byte >= 0x80: return 1
    default: return 2
    }
  }

  /// Two escapes where JavaScript writes a scalar as two surrogates.
  private func surrogateLength(_ at: Int) -> Int {
    guard dialect == .javaScript, let high = number(at + 2, at + 6), high & 0xFC00 == 0xD800,
      bytes.starts("\\u", at: at + 6)
    else { return 6 }
    return number(at + 8, at + 12).map { $0 & 0xFC00 == 0xDC00 } == true ? 12 : 6
  }

  private func decoded(_ at: Int, _ end: Int) -> [UInt8] {
    if bytes[at] == 0x0D { return [0x0A] }
    guard end - at >= 2 else { return [UInt8(ascii: "\\")] }
    switch bytes[at + 1] {
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "v"): return [0x0B]
    case UInt8(ascii: "a") where dialect == .python: return [0x07]
    case 0x0A, 0x0D: return []
    case UInt8(ascii: "x"), UInt8(ascii: "u"), UInt8(ascii: "U"): return scalar(at, end)
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      let digits = String(decoding: bytes.utf8[(at + 1)..<end], as: UTF8.self)
      return utf8(UInt32(digits, radix: 8))
    case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"): return [bytes[at + 1]]
    // To Python an escape it does not know is a backslash and a letter; to JavaScript it is the letter.
    default: return dialect == .python ? [bytes[at], bytes[at + 1]] : [bytes[at + 1]]
    }
  }

  private func scalar(_ at: Int, _ end: Int) -> [UInt8] {
    if end - at == 12, let high = number(at + 2, at + 6), let low = number(at + 8, at + 12) {
      return utf8(0x10000 + (high & 0x3FF) << 10 + low & 0x3FF)
    }
    let isBraced = bytes[at + 2] == UInt8(ascii: "{")
    return utf8(isBraced ? number(at + 3, end - 1) : number(at + 2, end))
  }

  private func number(_ start: Int, _ end: Int) -> UInt32? {
    guard start < end, end <= bytes.end else { return nil }
    return UInt32(String(decoding: bytes.utf8[start..<end], as: UTF8.self), radix: 16)
  }

  private func utf8(_ scalar: UInt32?) -> [UInt8] {
    Array(String(scalar.flatMap(Unicode.Scalar.init) ?? "\u{FFFD}").utf8)
  }
}

extension DecodedText {
  /// The text without the white space that all its lines begin with, as `textwrap.dedent` takes it away.
  var dedented: DecodedText {
    let lines = utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    let filled = lines.filter { !$0.allSatisfy(isWhiteSpace) }
    guard let first = filled.first else { return self }
    var margin = first.prefix { $0 == 0x20 || $0 == 0x09 }
    for line in filled { margin = margin.prefix(zip(margin, line).prefix { $0 == $1 }.count) }
    var inner = DecodedText()
    for line in lines {
      let skipped = line.starts(with: margin) ? margin.count : line.count
      let end = line.endIndex < utf8.count ? line.endIndex + 1 : line.endIndex
      inner.appendVerbatim(SourceRange(min(line.startIndex + skipped, end), end), of: utf8)
    }
    return inner.written(in: self)
  }
}
