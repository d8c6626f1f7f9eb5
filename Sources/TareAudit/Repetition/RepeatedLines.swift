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
      if !document.isShown(line.index), !document.zones.isLabelled(line.index) { found.append(line.index) }
    }
  }
}
