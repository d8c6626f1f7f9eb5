import TarePrompts
import TareText

/// Lines of running text that say the same as the line before them.
struct RepeatedLines {
  /// In words: shorter lines are a list of answers or a refrain. A choice.
  private static let leastWords = 5

  /// The numbers of the later lines, from first to last.
  private(set) var found: [Int] = []

  init(_ document: PromptDocument) {
    var previous: ArraySlice<UInt8>?
    for line in document.lines where line.kind != .blank {
      let text = document.source.bytes(in: line.range)
      defer { previous = line.kind == .prose ? text : nil }
      guard line.kind == .prose, text == previous, text.split(separator: 0x20).count >= Self.leastWords else {
        continue
      }
      if !document.isShown(line.index), !document.zones.isLabelled(line.index), !isVerse(line.index, document) {
        found.append(line.index)
      }
    }
  }

  private static let verses = PhraseSearch(.verseLeads)

  /// Whether the line stands in verse: it is quoted, or the heading or the paragraph in front of it speaks of a song or a
  /// poem.
  private func isVerse(_ line: Int, _ document: PromptDocument) -> Bool {
    if document.zones.kinds(ofLine: line).contains(.quote) { return true }
    let start = document.lines[..<line].lastIndex { $0.kind == .blank } ?? 0
    let lead = document.lines[..<start].last { $0.kind != .blank }.map { document.source.string(in: $0.range) }
    return ([lead].compactMap(\.self) + document.sections(around: line).map(\.title)).contains { text in
      !Self.verses.matches(in: Array(text.utf8)[...], wholeWords: true).isEmpty
    }
  }
}
