/// Says what kind a block is that no frame says it of.
struct BlockClassifier {
  private let utf8: ArraySlice<UInt8>
  private let facts: BlockFacts

  init(_ utf8: ArraySlice<UInt8>) {
    self.utf8 = utf8
    facts = BlockFacts(utf8)
  }

  /// The kind; `prose` is the language of the prose before, and afterwards that of the prose so far.
  func kind(afterProse prose: inout TextKind) -> TextKind {
    if let kind = script { return kind }
    if isIdentifiers { return .identifiers }
    let lines = LineFacts(utf8)
    if lines.isYAML { return .yaml }
    if isCode(lines) { return .code }
    prose = FunctionWords.shared.language(of: utf8) ?? prose
    return prose == .english && lines.isMarkdown ? .markdown : prose
  }

  /// The kind that the scripts decide; `nil` for Latin letters.
  private var script: TextKind? {
    let kana = facts.letters(of: .kana)
    let ideographs = facts.letters(of: .han) + kana
    // A letter of these scripts stands for about a token, one of an alphabet for a quarter of one.
    let weights = [
      facts.letters(of: .latin), facts.letters(of: .cyrillic), ideographs * 4, facts.letters(of: .other) * 2,
    ]
    let most = weights.max() ?? 0
    if weights[0] == most { return nil }
    if weights[2] == most { return kana * 10 >= ideographs ? .japanese : .chinese }
    return weights[1] == most ? .cyrillic : .other
  }

  /// Two fifths of what is seen: the share of digits in an id of hexadecimal digits is five eighths, and numbers in
  /// prose come to a tenth at most.
  private var isIdentifiers: Bool { facts.idCharacters * 5 >= facts.visible * 2 && facts.idCharacters > 7 }

  /// Prose has about one bracket or operator for a hundred letters, source text one for ten.
  private func isCode(_ lines: LineFacts) -> Bool {
    if facts.codeMarks * 12 >= facts.visible { return true }
    return lines.codeEnds * 2 >= lines.count && facts.codeMarks * 40 >= facts.visible
  }
}

/// How the lines of a block begin and end.
struct LineFacts {
  /// The lines that are not blank.
  private(set) var count = 0
  /// Those that begin as an entry of a mapping does: `name:` and a space or the end.
  private(set) var keys = 0
  /// Those that begin as a heading, an item, a quotation or a row of a table.
  private(set) var marks = 0
  /// Those that end as a statement or a block of a program does.
  private(set) var codeEnds = 0
  private var hasEmphasis = false

  init(_ utf8: ArraySlice<UInt8>) {
    for line in utf8.split(separator: 0x0A) {
      let text = line.drop { $0 == 0x20 || $0 == 0x09 }
      guard let first = text.first, text.contains(where: { $0 > 0x20 }) else { continue }
      count += 1
      if isKey(text) { keys += 1 }
      if isMark(first, text) { marks += 1 }
      if isCodeEnd(text) { codeEnds += 1 }
      hasEmphasis = hasEmphasis || text.contains(UInt8(ascii: "`")) || text.contains(UInt8(ascii: "*"))
    }
  }

  /// At least two entries of a mapping, and two of three lines are such.
  var isYAML: Bool { keys >= 2 && keys * 3 >= count * 2 }

  var isMarkdown: Bool { marks > 0 || hasEmphasis }

  private func isKey(_ text: ArraySlice<UInt8>) -> Bool {
    let entry = text.starts(with: [UInt8(ascii: "-"), 0x20]) ? text.dropFirst(2) : text
    let name = entry.prefix { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") }
    let rest = entry.dropFirst(name.count)
    guard !name.isEmpty, rest.first == UInt8(ascii: ":") else { return false }
    return rest.count == 1 || rest.dropFirst().first == 0x20 || rest.dropFirst().first == 0x0D
  }

  private func isMark(_ first: UInt8, _ text: ArraySlice<UInt8>) -> Bool {
    switch first {
    case UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "|"): true
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): text.dropFirst().first == 0x20
    default:
      isDigit(first) && text.drop(while: isDigit).starts(with: [UInt8(ascii: "."), 0x20])
    }
  }

  private func isCodeEnd(_ text: ArraySlice<UInt8>) -> Bool {
    switch text.last(where: { $0 > 0x20 }) {
    case UInt8(ascii: ";"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ")"): true
    default: false
    }
  }
}
