import TareText

/// Lines and columns of many places of one text, cheap when they come in order: a line of a megabyte is walked once.
struct LocationWalk {
  private let source: SourceText
  private var last: (offset: Int, location: SourceLocation)?
  /// The bytes that were gone over to find columns.
  private(set) var walkedBytes = 0

  init(_ source: SourceText) {
    self.source = source
  }

  /// The same as `SourceText.location(of:)`.
  mutating func location(of offset: Int) -> SourceLocation {
    let offset = min(max(offset, 0), source.utf8.count)
    let location = continued(to: offset) ?? fromLineStart(to: offset)
    last = (offset, location)
    return location
  }

  /// The place of `offset`, counted on from the last one, where that stands on the same line in front of it. A byte
  /// order mark takes no column, so nothing is counted on from inside one.
  private mutating func continued(to offset: Int) -> SourceLocation? {
    guard let last, last.offset <= offset, last.offset >= source.byteOrderMarkLength,
      source.lineIndex(at: offset) == last.location.line - 1
    else { return nil }
    walkedBytes += offset - last.offset
    let scalars = source.utf8[last.offset..<offset].count { $0 & 0xC0 != 0x80 }
    return SourceLocation(line: last.location.line, column: last.location.column + scalars)
  }

  private mutating func fromLineStart(to offset: Int) -> SourceLocation {
    let location = source.location(of: offset)
    walkedBytes += offset - source.lineStarts[location.line - 1]
    return location
  }
}
