import TarePrompts
import TareText

extension PromptDocument {
  /// Whether `range` is all that a pair of quotes or brackets or a cell of a table holds: a text that speaks of a
  /// character shows it, and needs it as it is.
  func isMentioned(_ range: SourceRange) -> Bool {
    let line = source.lineContentRange(source.lineIndex(at: range.start))
    var (start, end) = (range.start, range.end)
    while start > line.start, source.utf8[start - 1] == 0x20 { start -= 1 }
    while end < line.end, source.utf8[end] == 0x20 { end += 1 }
    let before = String(decoding: source.utf8[max(line.start, start - 4)..<start], as: UTF8.self).unicodeScalars.last
    let behind = String(decoding: source.utf8[end..<min(line.end, end + 4)], as: UTF8.self).unicodeScalars.first
    guard let behind, Self.closing.contains(behind) else { return false }
    return before.map(Self.opening.contains) ?? (behind == "|")
  }

  /// Whether the word that `range` is part of is all that a pair of quotes or brackets holds.
  func isWordMentioned(around range: SourceRange) -> Bool {
    let line = source.lineContentRange(source.lineIndex(at: range.start))
    // A quote may be what was garbled, so marks of ASCII alone end a word.
    let ends = Array(" \t\"'`([{<|)]}>,;:!?.".utf8)
    var (start, end) = (range.start, range.end)
    while start > line.start, !ends.contains(source.utf8[start - 1]) { start -= 1 }
    while end < line.end, !ends.contains(source.utf8[end]) { end += 1 }
    let word = SourceRange(start, end)
    return start > line.start && source.utf8[start - 1] != 0x20 && end < line.end && isMentioned(word)
  }

  private static let opening = Set(
    "\"'`([{<|\u{AB}\u{2039}\u{201C}\u{2018}\u{201E}\u{201A}\u{201D}\u{2019}\u{300C}".unicodeScalars)
  private static let closing = Set("\"'`)]}>|\u{BB}\u{203A}\u{201D}\u{2019}\u{201C}\u{2018}\u{300D}".unicodeScalars)
}
