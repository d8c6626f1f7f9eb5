import TareText

/// What in a text would take md4c 0.4.8 more than linear time, found in one pass before it is asked.
///
/// | text | cost in md4c |
/// | --- | --- |
/// | many containers opened on one line | each blank line behind walks all of them |
/// | a table of *n* columns over *n* short rows | *n*² cells, nearly all of them empty |
/// | a paragraph of *n* lines with *n* links | each link looks for its line from the first one on |
struct MarkdownHazards {
  /// The first place of each kind of hazard.
  private(set) var found: [UnreadStructure] = []

  /// Whether there is a hazard of that kind.
  func contains(_ reason: UnreadStructure.Reason) -> Bool { found.contains { $0.reason == reason } }

  /// How many container marks a line may have. CommonMark's own stress tests go to 50.
  private static let nestingLimit = 200
  /// How many steps of looking for lines one paragraph may cost: about a tenth of a second.
  private static let linkSteps = 100_000_000

  /// How many cells more than bytes tables may have.
  private static let spareCells = 4_096
  /// md4c counts in 32 bits.
  private static let longestText = Int(UInt32.max) / 2

  private let byteCount: Int
  private var cells = 0
  /// The columns of the table that rows are counted for; 0 outside tables.
  private var columns = 0
  private var paragraph = (lines: 0, links: 0)

  init(_ utf8: ArraySlice<UInt8>) {
    byteCount = utf8.count
    if byteCount > Self.longestText { note(.length, SourceRange(utf8.startIndex, utf8.startIndex)) }
    var start = utf8.startIndex
    let bytes = utf8.span
    while start < utf8.endIndex {
      let line = Line(bytes, from: start - utf8.startIndex)
      add(line, at: SourceRange(start, start + line.length))
      start += line.length + 1
    }
  }

  private mutating func add(_ line: Line, at range: SourceRange) {
    if line.containerMarks > Self.nestingLimit { note(.nesting, range) }
    if line.isBlank {
      (columns, paragraph) = (0, (0, 0))
      return
    }
    if line.isDelimiterRow { columns = max(columns, line.bars + 1) }
    if cells <= byteCount + Self.spareCells { cells += columns }
    if cells > byteCount + Self.spareCells { note(.tableCells, range) }
    paragraph.lines += 1
    paragraph.links += line.links
    if paragraph.links > 0, paragraph.lines > Self.linkSteps / paragraph.links { note(.links, range) }
  }

  private mutating func note(_ reason: UnreadStructure.Reason, _ range: SourceRange) {
    if !contains(reason) { found.append(UnreadStructure(reason: reason, range: range)) }
  }

  /// One line, counted.
  private struct Line {
    private(set) var containerMarks = 0
    private(set) var bars = 0
    private(set) var links = 0
    private(set) var isBlank = true
    private(set) var isDelimiterRow = true

    /// In bytes, without the line ending.
    private(set) var length = 0

    /// The line that begins at `start`.
    init(_ utf8: Span<UInt8>, from start: Int) {
      var isPrefix = true
      var previous: UInt8 = 0x0A
      var index = start
      while index < utf8.count {
        let byte = utf8[index]
        if byte == 0x0A || byte == 0x0D { break }
        switch byte {
        case 0x20, 0x09:
          // A mark opens something when a blank follows it, so that a long rule of dashes is no nest.
          if isPrefix, Self.isMark(previous) { containerMarks += 1 }
        case UInt8(ascii: ">"): if isPrefix { containerMarks += 1 }
        case UInt8(ascii: "|"): (bars, isBlank, isPrefix) = (bars + 1, false, false)
        case UInt8(ascii: "-"): isBlank = false
        case UInt8(ascii: ":"): (isBlank, isPrefix) = (false, false)
        case UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "."), UInt8(ascii: ")"), 0x30...0x39:
          (isBlank, isDelimiterRow) = (false, false)
        default:
          (isBlank, isPrefix, isDelimiterRow) = (false, false, false)
          if byte == UInt8(ascii: "("), previous == UInt8(ascii: "]") { links += 1 }
        }
        previous = byte
        index += 1
        if !isPrefix, !isBlank, !isDelimiterRow { break }
      }
      while index < utf8.count {
        let byte = utf8[index]
        if byte == 0x0A || byte == 0x0D { break }
        if byte == UInt8(ascii: "|") { bars += 1 }
        if byte == UInt8(ascii: "("), previous == UInt8(ascii: "]") { links += 1 }
        previous = byte
        index += 1
      }
      length = index - start
    }

    private static func isMark(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "."), UInt8(ascii: ")"): true
      default: false
      }
    }
  }
}
