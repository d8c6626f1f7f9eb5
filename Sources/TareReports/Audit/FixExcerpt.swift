import TareAudit
import TareText
import TareUnicode

/// The lines that a fix changes, before and after, as far as a report shows them.
struct FixExcerpt {
  /// One line that goes or comes.
  struct Line: Equatable {
    /// Its number in the text before; a line that comes has the number of the one it stands for.
    let number: Int
    let isAdded: Bool
    let text: String
  }

  /// The lines, those that go in front of those that come in their place.
  let lines: [Line]
  /// How many more lines the fix changes.
  let moreLines: Int

  /// So many lines that go, and as many that come, are shown.
  private static let limit = 3
  /// The columns that are shown of a line.
  private static let width = 100
  /// How much is shown in front of the first difference of a line that is cut.
  private static let lead = 20

  init(_ fix: Fix, in source: SourceText) {
    var shown: [Line] = []
    var (changed, told) = (0, 0)
    for stretch in Self.stretches(fix.edits, in: source) {
      changed += stretch.lines.count
      guard told < Self.limit else { continue }
      let pairs = LinePairs(stretch, in: source, limit: Self.limit - told)
      shown += pairs.lines
      told += pairs.told
    }
    lines = shown
    moreLines = changed - told
  }

  /// Edits that touch the same lines, or lines one behind the other.
  private struct Stretch {
    var lines: Range<Int>
    var edits: [Edit]
  }

  private static func stretches(_ edits: [Edit], in source: SourceText) -> [Stretch] {
    var stretches: [Stretch] = []
    // The lines of the last stretch are kept apart: a look at the stretch itself would copy its edits each time.
    var last = 0..<0
    for edit in edits {
      let first = source.lineIndex(at: edit.range.start)
      // A line that goes with its ending does not change the one behind it.
      let end = source.lineIndex(at: max(edit.range.start, edit.range.end - 1)) + 1
      if !stretches.isEmpty, last.upperBound > first {
        last = last.lowerBound..<max(last.upperBound, end)
        stretches[stretches.count - 1].edits.append(edit)
        stretches[stretches.count - 1].lines = last
      } else {
        last = first..<end
        stretches.append(Stretch(lines: last, edits: [edit]))
      }
    }
    return stretches
  }

  /// The lines of one stretch: each with what becomes of it where as many come as go, else all that go first.
  private struct LinePairs {
    private(set) var lines: [Line] = []
    private(set) var told = 0

    init(_ stretch: Stretch, in source: SourceText, limit: Int) {
      let before = stretch.lines.prefix(limit).map { source.bytes(in: source.lineContentRange($0)) }
      let after = Self.replaced(stretch, in: source)
      let first = stretch.lines.lowerBound + 1
      told = before.count
      guard after.count == stretch.lines.count else {
        let (old, new) = (before.map { ($0, $0[$0.endIndex...]) }, after.prefix(limit).map { ($0, $0[$0.endIndex...]) })
        lines = old.enumerated().map { Self.line(first + $0, false, $1) }
        lines += new.enumerated().map { Self.line(first + $0, true, $1) }
        return
      }
      for (index, (old, new)) in zip(before, after).enumerated() where old != new {
        lines += Self.pair(first + index, old, new)
      }
    }

    private static func replaced(_ stretch: Stretch, in source: SourceText) -> [ArraySlice<UInt8>] {
      let start = source.lineStarts[stretch.lines.lowerBound]
      let end = source.lineRange(stretch.lines.upperBound - 1).end
      var bytes: [UInt8] = []
      var at = start
      for edit in stretch.edits {
        bytes += source.utf8[at..<max(at, edit.range.start)]
        bytes += edit.replacement
        at = max(at, edit.range.end)
      }
      if at < end { bytes += source.utf8[at..<end] }
      guard let text = try? SourceText(bytes), !bytes.isEmpty else { return [] }
      return (0..<text.lineCount).map { text.bytes(in: text.lineContentRange($0)) }
    }

    /// Both lines, unless nobody could tell one from the other.
    private static func pair(_ number: Int, _ old: ArraySlice<UInt8>, _ new: ArraySlice<UInt8>) -> [Line] {
      let same = zip(old, new).prefix { $0 == $1 }.count
      let lines = [(false, old), (true, new)].map { isAdded, bytes in
        line(number, isAdded, (bytes.prefix(same), bytes.dropFirst(same)))
      }
      return lines[0].text == lines[1].text ? [] : lines
    }

    private static func line(
      _ number: Int, _ isAdded: Bool, _ parts: (same: ArraySlice<UInt8>, rest: ArraySlice<UInt8>)
    ) -> Line {
      Line(number: number, isAdded: isAdded, text: cut(parts.same, parts.rest))
    }

    /// More bytes than this are not looked at, for no hundred columns need them.
    private static let reach = 2_000

    private static func cut(_ same: ArraySlice<UInt8>, _ rest: ArraySlice<UInt8>) -> String {
      let front = visible(String(decoding: same.suffix(reach).drop { $0 & 0xC0 == 0x80 }, as: UTF8.self))
      let behind = visible(String(decoding: rest.prefix(reach), as: UTF8.self))
      let fits = front.displayWidth + behind.displayWidth <= FixExcerpt.width && same.count <= reach
      let lead = fits ? front : suffix(of: front, columns: FixExcerpt.lead)
      let shown = prefix(of: behind, columns: FixExcerpt.width - lead.displayWidth)
      return (lead == front && same.count <= reach ? "" : "…") + lead + shown
        + (shown == behind && rest.count <= reach ? "" : "…")
    }
  }
}

extension FixExcerpt {
  /// How many lines are not shown, in words.
  var moreText: String? {
    moreLines > 0 ? "… \(moreLines.grouped) more \(moreLines == 1 ? "line changes" : "lines change")" : nil
  }

  /// The lines of a patch, and how many more there are; none where a reader would see no difference.
  func lines(_ style: TextStyle) -> [String] {
    guard !lines.isEmpty else { return [] }
    let width = lines.map { "\($0.number)".count }.max() ?? 1
    let shown = lines.map { line in
      let number = String(repeating: " ", count: width - "\(line.number)".count) + "\(line.number)"
      let mark = line.isAdded ? "+" : "-"
      return style("\(number) ", .gutter) + style("\(mark) \(line.text)", line.isAdded ? .added : .removed)
    }
    let gutter = String(repeating: " ", count: width)
    return shown + (moreText.map { ["\(gutter) \(style($0, .faint))"] } ?? [])
  }
}
