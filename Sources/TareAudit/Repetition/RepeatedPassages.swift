import TarePrompts
import TareText

/// Passages of a prompt that stand in it twice, line for line.
///
/// ```
/// lines      a b c d · x · a b c d ·      numbered by content, blanks passed over
/// windows    [a b c] [b c d] …            the first place of each three lines is remembered;
///                          [a b c]→       a later one is followed for as long as both go on alike
/// ```
struct RepeatedPassages {
  /// A passage and the earlier one it repeats.
  struct Passage {
    /// The lines of the repetition, blanks between them included.
    let lines: Range<Int>
    /// The lines it repeats.
    let original: Range<Int>
    /// How many of the lines are not blank.
    let lineCount: Int
  }

  /// In lines: shorter repetitions are turns of phrase. Measured on published prompts: of 20 findings of three lines or
  /// more that were read by hand, 14 were waste, and 17 with the repetitions of output templates.
  static let shortestPassage = 3
  /// In bytes: shorter lines, such as "- Yes", repeat by chance and count for nothing by themselves. A choice, about
  /// four words.
  static let shortestLine = 20
  /// In bytes: less text is a phrase that a procedure repeats at each of its steps. A choice, about 25 tokens.
  static let shortestText = 120

  private(set) var found: [Passage] = []

  init(_ document: PromptDocument) {
    let entries = Self.entries(of: document)
    var firstPlaces: [[Int]: Int] = [:]
    var index = 0
    while index + Self.shortestPassage <= entries.count {
      let window = entries[index..<(index + Self.shortestPassage)]
      guard window.allSatisfy({ $0.stretch == entries[index].stretch }) else {
        index += 1
        continue
      }
      let place = firstPlaces[window.map(\.content), default: index]
      if place == index { firstPlaces[window.map(\.content)] = index }
      let length = place + Self.shortestPassage <= index ? Self.commonLength(entries, place, index) : 0
      if length >= Self.shortestPassage, let passage = Self.passage(entries, place, index, length) {
        found.append(passage)
      }
      index += max(length, 1)
    }
  }

  /// A line that is not blank.
  private struct Entry {
    let line: Int
    /// The number of the line's content: the same for lines that say the same.
    let content: Int
    /// The number of the stretch without code, tables or tags that the line stands in.
    let stretch: Int
    let length: Int
    let isProse: Bool
  }

  private static func entries(of document: PromptDocument) -> [Entry] {
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    var entries: [Entry] = []
    var stretch = 0
    for line in document.lines where line.kind != .blank {
      let text = trimmed(document.source.bytes(in: line.range))
      guard line.kind == .prose || line.kind == .heading, !isDrawn(text) else {
        stretch += 1
        continue
      }
      let number = numbers[text, default: numbers.count]
      numbers[text] = number
      entries.append(
        Entry(line: line.index, content: number, stretch: stretch, length: text.count, isProse: line.kind == .prose))
    }
    return entries
  }

  /// Whether a line is part of a drawing: it begins with one of the characters for boxes, U+2500 to U+257F. A tree of
  /// folders and a table of a terminal repeat themselves as tables do.
  static func isDrawn(_ text: ArraySlice<UInt8>) -> Bool {
    let start = text.prefix(3)
    return start.count == 3 && start.starts(with: [0xE2]) && (0x94...0x95).contains(start[start.startIndex + 1])
  }

  private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = text
    while text.first == 0x20 || text.first == 0x09 { text.removeFirst() }
    while text.last == 0x20 || text.last == 0x09 { text.removeLast() }
    return text
  }

  /// How many lines go on alike from both places; the earlier passage ends before the later one begins.
  private static func commonLength(_ entries: [Entry], _ place: Int, _ index: Int) -> Int {
    var length = 0
    while index + length < entries.count, place + length < index,
      entries[place + length].content == entries[index + length].content,
      entries[place + length].stretch == entries[place].stretch,
      entries[index + length].stretch == entries[index].stretch
    { length += 1 }
    return length
  }

  private static func passage(_ entries: [Entry], _ place: Int, _ index: Int, _ length: Int) -> Passage? {
    let repeated = entries[index..<(index + length)]
    let telling = repeated.filter { $0.isProse && $0.length >= shortestLine }
    guard telling.count >= shortestPassage, telling.reduce(0, { $0 + $1.length }) >= shortestText else { return nil }
    return Passage(
      lines: entries[index].line..<(entries[index + length - 1].line + 1),
      original: entries[place].line..<(entries[place + length - 1].line + 1), lineCount: length)
  }
}

extension RepeatedPassages.Passage {
  /// Whether examples and templates explain the repetition.
  func isExpected(in document: PromptDocument) -> Bool {
    let places = [lines.lowerBound, original.lowerBound]
    return places.contains(where: document.isShown) || places.allSatisfy(document.expectsRepetition)
      || lines.contains(where: document.zones.isLabelled)
  }
}
