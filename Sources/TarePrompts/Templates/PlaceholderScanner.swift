import TareText

/// Finds the placeholders of a text in one pass.
///
/// A brace counts only where it can be nothing else: `{x}` needs a plain name and no letter, backslash or closing
/// brace in front of it, so that `\frac{a}{b}`, `f{n}` and JSON stay what they are.
struct PlaceholderScanner {
  private let utf8: [UInt8]
  /// Double braces in front of a name that are not closed on their line, outside of code.
  private(set) var unclosedMarks: [SourceRange] = []
  /// The next `}}` and the next line end at or behind the place last asked for.
  private var knownBraces = -1
  private var knownLineEnd = -1

  /// Names longer than this are text that happens to stand in braces.
  private static let longestName = 200

  init(_ source: SourceText) {
    utf8 = source.utf8
  }

  /// The placeholders in `range`, from first to last.
  mutating func placeholders(in range: SourceRange, isInCode: (Int) -> Bool) -> [Placeholder] {
    var found: [Placeholder] = []
    var index = range.start
    while let next = firstMark(from: index, before: range.end) {
      index = next
      guard let match = match(at: index, before: range.end) else {
        if leavesOpen(index, before: range.end), !isInCode(index) {
          unclosedMarks.append(SourceRange(index, index + 2))
        }
        index += 1
        continue
      }
      found.append(
        Placeholder(
          syntax: match.syntax, name: name(in: match.name), range: SourceRange(index, match.end),
          isInCode: isInCode(index)))
      index = match.end
    }
    return found
  }

  /// Where the next byte stands with which a placeholder may begin; nearly all bytes of a text are none.
  private func firstMark(from index: Int, before end: Int) -> Int? {
    let utf8 = utf8
    var index = index
    while index < end {
      switch utf8[index] {
      case UInt8(ascii: "{"), UInt8(ascii: "$"), UInt8(ascii: "<"): return index
      default: index += 1
      }
    }
    return nil
  }

  private typealias Match = (syntax: Placeholder.Syntax, name: Range<Int>, end: Int)

  private mutating func match(at index: Int, before end: Int) -> Match? {
    switch utf8[index] {
    case UInt8(ascii: "{"):
      if starts("{{{", at: index, before: end) { return enclosed(index, marks: 3, before: end) }
      if starts("{{", at: index, before: end) { return enclosed(index, marks: 2, before: end) }
      if starts("{%", at: index, before: end) { return statement(index, before: end) }
      return standsAlone(index) ? plain(index, 1, "}", .brace, before: end).flatMap { isType($0) ? nil : $0 } : nil
    case UInt8(ascii: "$") where starts("${", at: index, before: end):
      return plain(index, 2, "}", .dollarBrace, before: end)
    case UInt8(ascii: "<") where starts("<<", at: index, before: end):
      return plain(index, 2, ">>", .doubleAngle, before: end)
    default: return nil
    }
  }

  /// Anything but a line end, up to the closing marks.
  private mutating func enclosed(_ index: Int, marks: Int, before end: Int) -> Match? {
    let start = index + marks
    let closing = nextPairOfBraces(from: start)
    guard closing + marks <= end, closing - start <= Self.longestName, closing < nextLineEnd(from: start),
      marks == 2 || utf8[closing + 2] == UInt8(ascii: "}"), beginsName(start), isWhole(start..<closing)
    else { return nil }
    return (.doubleBrace, start..<closing, closing + marks)
  }

  /// Whether what stands from `index` on may be in double braces: a name or a mark of Handlebars, and nothing that JSON,
  /// formulas and lists of lists begin with. `${{ x }}` belongs to a workflow.
  private func beginsName(_ index: Int) -> Bool {
    var at = index
    while at < utf8.count, utf8[at] == 0x20 || "~-".utf8.contains(utf8[at]) { at += 1 }
    guard at < utf8.count, index < 3 || utf8[index - 3] != UInt8(ascii: "$") else { return false }
    return isLetter(utf8[at]) || utf8[at] >= 0x80 || "_#/!>^&@%$.}".utf8.contains(utf8[at])
  }

  private func isWhole(_ content: Range<Int>) -> Bool {
    utf8[content].first == UInt8(ascii: "!") || !utf8[content].contains { $0 == UInt8(ascii: "{") }
  }

  /// Whether a double brace in front of a name is not closed on its line.
  private mutating func leavesOpen(_ index: Int, before end: Int) -> Bool {
    guard starts("{{", at: index, before: end), index == 0 || utf8[index - 1] != UInt8(ascii: "{") else { return false }
    let name = utf8[(index + 2)..<end].drop { $0 == 0x20 }.prefix { isNamePart($0) }
    guard let first = name.first, isLetter(first) else { return false }
    return nextPairOfBraces(from: index + 2) >= nextLineEnd(from: index + 2)
  }

  /// A statement of Jinja or Liquid: a word behind `{%`, closed on the same line.
  private mutating func statement(_ index: Int, before end: Int) -> Match? {
    var start = index + 2
    while start < end, "-+ ".utf8.contains(utf8[start]) { start += 1 }
    guard start < end, isLetter(utf8[start]) else { return nil }
    let lineEnd = min(nextLineEnd(from: start), end, start + Self.longestName)
    guard var close = (start..<lineEnd).first(where: { starts("%}", at: $0, before: lineEnd) }) else { return nil }
    let match = close + 2
    while close > start, "-+".utf8.contains(utf8[close - 1]) { close -= 1 }
    return (.statement, start..<close, match)
  }

  /// Where the next `}}` stands; the search never goes over the same bytes twice.
  private mutating func nextPairOfBraces(from start: Int) -> Int {
    if knownBraces < start {
      let brace = UInt8(ascii: "}")
      var at = start
      while at + 1 < utf8.count, utf8[at] != brace || utf8[at + 1] != brace { at += 1 }
      knownBraces = at + 1 < utf8.count ? at : utf8.count
    }
    return knownBraces
  }

  private mutating func nextLineEnd(from start: Int) -> Int {
    if knownLineEnd < start {
      knownLineEnd = utf8[min(start, utf8.count)...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? utf8.count
    }
    return knownLineEnd
  }

  /// A name of letters, digits, `_`, `.`, `:` and `-` that begins with a letter or `_`.
  private func plain(
    _ index: Int, _ length: Int, _ closing: String, _ syntax: Placeholder.Syntax, before end: Int
  ) -> Match? {
    let start = index + length
    guard start < end, isLetter(utf8[start]) || utf8[start] == UInt8(ascii: "_") else { return nil }
    var at = start
    while at < min(end, start + Self.longestName), isNamePart(utf8[at]) { at += 1 }
    return starts(closing, at: at, before: end) ? (syntax, start..<at, at + closing.utf8.count) : nil
  }

  /// Whether single braces hold a type, as comments of programs write it, or a part of an address or a call.
  private func isType(_ match: Match) -> Bool {
    let next = match.end < utf8.count ? utf8[match.end] : 0
    if "/(".utf8.contains(next) || match.name.lowerBound > 1 && utf8[match.name.lowerBound - 2] == UInt8(ascii: "/") {
      return true
    }
    return Self.types.contains(String(decoding: utf8[match.name], as: UTF8.self).lowercased())
  }

  /// The names of types that documentation comments put in braces.
  private static let types: Set<String> = [
    "array", "bigint", "bool", "boolean", "double", "eventemitter", "float", "function", "int", "integer", "long",
    "mixed", "null", "object", "regexp", "string", "undefined", "void",
  ]

  private func standsAlone(_ index: Int) -> Bool {
    guard index > 0 else { return true }
    let before = utf8[index - 1]
    return !isLetter(before) && !"\\}_^{".utf8.contains(before)
  }

  private func starts(_ marks: String, at index: Int, before end: Int) -> Bool {
    utf8[index..<max(index, end)].starts(with: marks.utf8)
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
  }

  private func isNamePart(_ byte: UInt8) -> Bool {
    isLetter(byte) || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")) || "_.:-".utf8.contains(byte)
  }

  private func name(in range: Range<Int>) -> String {
    var text = utf8[range]
    while text.first == 0x20 || text.first == UInt8(ascii: "~") { text.removeFirst() }
    while text.last == 0x20 || text.last == UInt8(ascii: "~") { text.removeLast() }
    return String(decoding: text, as: UTF8.self)
  }
}
