import TareText

/// The names that whoever sends a Handlebars template has to fill.
///
/// Inside `each`, `with` and Mustache sections a bare name may be a member of the item, so that only names that can be
/// nothing else are taken there: those behind `@root.`.
struct HandlebarsNames {
  /// The names, in order.
  private(set) var free: [TemplateVariable] = []
  /// For each open block, whether bare names in it mean members of an item.
  private var scopes: [Bool] = []

  private static let conditions: Set<String> = ["if", "unless", "ifEquals", "unlessEquals", "role"]
  private static let constants: Set<String> = ["true", "false", "null", "undefined", "this", "else", "as"]

  /// Reads the inside of a tag and returns its words, strings without their quotes.
  mutating func take(_ bytes: TemplateBytes, _ range: Range<Int>) -> [String] {
    let content = bytes.trimmedRange(range)
    let sigil = bytes[content.lowerBound]
    let isMarked = !content.isEmpty && "#/^>&".utf8.contains(sigil)
    let words = words(bytes, (content.lowerBound + (isMarked ? 1 : 0))..<content.upperBound)
    let isOpening = sigil == UInt8(ascii: "#") || sigil == UInt8(ascii: "^") && !words.isEmpty
    switch sigil {
    case UInt8(ascii: "/"): _ = scopes.popLast()
    case UInt8(ascii: ">"): use(words.dropFirst())
    default: use(words.count > 1 || isOpening && isHelper(words.first) ? words.dropFirst() : words[...])
    }
    if isOpening { scopes.append(!isCondition(words.first)) }
    return words.map(\.text)
  }

  private func isHelper(_ word: Word?) -> Bool { isCondition(word) || word?.text == "each" || word?.text == "with" }
  private func isCondition(_ word: Word?) -> Bool { word.map { Self.conditions.contains($0.text) } ?? false }

  private mutating func use(_ words: ArraySlice<Word>) {
    for word in words where word.isName && !Self.constants.contains(word.text) {
      let root = word.text.hasPrefix("@root.")
      guard root || !scopes.contains(true), root || word.text.utf8.first.map(isNameStart) ?? false else { continue }
      let path = root ? word.text.dropFirst(6) : word.text[...]
      let name = path.prefix { $0 != "." && $0 != "[" && $0 != "/" }
      free.append(TemplateVariable(name: String(name), range: word.range))
    }
  }

  // MARK: Words

  private struct Word {
    let text: String
    let range: SourceRange
    /// Whether it is a path and no string, number or name of an argument.
    let isName: Bool
  }

  private func words(_ bytes: TemplateBytes, _ range: Range<Int>) -> [Word] {
    var words: [Word] = []
    var at = range.lowerBound
    while at < range.upperBound {
      let byte = bytes[at]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        let close = ((at + 1)..<range.upperBound).first { bytes[$0] == byte } ?? range.upperBound
        let start = min(at + 1, close)
        words.append(Word(text: string(bytes, start..<close), range: SourceRange(start, close), isName: false))
        at = close + 1
      } else if bytes.isSpace(byte) || "()|=".utf8.contains(byte) {
        at += 1
      } else {
        let end = (at..<range.upperBound).first { bytes.isSpace(bytes[$0]) || "()|='\"".utf8.contains(bytes[$0]) }
        let stop = end ?? range.upperBound
        let isArgument = bytes[stop] == UInt8(ascii: "=") && stop < range.upperBound
        words.append(Word(text: string(bytes, at..<stop), range: SourceRange(at, stop), isName: !isArgument))
        at = stop
      }
    }
    return words
  }

  private func string(_ bytes: TemplateBytes, _ range: Range<Int>) -> String {
    String(decoding: bytes.utf8[range], as: UTF8.self)
  }
}
