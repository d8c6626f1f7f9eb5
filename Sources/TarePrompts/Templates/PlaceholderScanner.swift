import TareText

/// Finds the placeholders of a text in one pass.
///
/// A brace counts only where it can be nothing else: `{x}` needs a plain name and no letter, backslash or closing
/// brace in front of it, so that `\frac{a}{b}`, `f{n}` and JSON stay what they are.
struct PlaceholderScanner {
  private let utf8: [UInt8]
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
    while index < range.end {
      guard let match = match(at: index, before: range.end) else {
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

  private typealias Match = (syntax: Placeholder.Syntax, name: Range<Int>, end: Int)

  private mutating func match(at index: Int, before end: Int) -> Match? {
    switch utf8[index] {
    case UInt8(ascii: "{"):
      if starts("{{{", at: index, before: end) { return enclosed(index, marks: 3, before: end) }
      if starts("{{", at: index, before: end) { return enclosed(index, marks: 2, before: end) }
      return standsAlone(index) ? plain(index, 1, "}", .brace, before: end) : nil
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
      marks == 2 || utf8[closing + 2] == UInt8(ascii: "}")
    else { return nil }
    return (.doubleBrace, start..<closing, closing + marks)
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
