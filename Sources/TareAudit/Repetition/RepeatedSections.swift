import TarePrompts
import TareText

/// Sections of a prompt that stand in it twice, heading and all.
///
/// Code, tables and lines that say little are part of what is compared: they come again for good reasons, but not
/// together with their heading and all that stands below it.
struct RepeatedSections {
  /// A section and the earlier one it repeats.
  struct Repetition {
    /// From the heading to the last line that is not blank.
    let lines: Range<Int>
    let original: Range<Int>
    /// How many of the lines are not blank.
    let lineCount: Int
  }

  /// Each repetition once, in order: what stands inside of one is not reported by itself.
  private(set) var found: [Repetition] = []

  /// - Complexity: O(*n*) in bytes, times the depth of headings, which is six at most.
  init(_ document: PromptDocument) {
    let contents = Self.contents(of: document)
    let blocks = document.linesInBlocks
    var firstPlaces: [[Int]: Range<Int>] = [:]
    var end = 0
    for section in document.sections
    where section.lines.lowerBound >= end && !blocks.contains(document.lines[section.lines.lowerBound].range.start) {
      let lines = section.lines.filter { contents[$0] != nil }
      guard let last = lines.last, Self.isLong(lines, document) else { continue }
      let place = section.lines.lowerBound..<(last + 1)
      guard let original = firstPlaces[lines.compactMap { contents[$0] }] else {
        firstPlaces[lines.compactMap { contents[$0] }] = place
        continue
      }
      if document.expectsRepetition(at: place.lowerBound), document.expectsRepetition(at: original.lowerBound) {
        continue
      }
      found.append(Repetition(lines: place, original: original, lineCount: lines.count))
      end = place.upperBound
    }
  }

  /// For each line that is not blank the number of its content, the same for lines that say the same.
  private static func contents(of document: PromptDocument) -> [Int?] {
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    return document.lines.map { line in
      let text = document.source.bytes(in: line.range)
      guard let start = text.firstIndex(where: { $0 > 0x20 }), let end = text.lastIndex(where: { $0 > 0x20 }) else {
        return nil
      }
      let number = numbers[text[start...end], default: numbers.count]
      numbers[text[start...end]] = number
      return number
    }
  }

  /// A heading and a line below it are a turn of phrase, as for passages.
  private static func isLong(_ lines: [Int], _ document: PromptDocument) -> Bool {
    lines.count > RepeatedPassages.shortestPassage
      && lines.reduce(0) { $0 + document.lines[$1].range.length } >= RepeatedPassages.shortestText
  }
}
