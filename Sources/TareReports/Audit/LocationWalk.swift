import TareText

/// Lines and columns of many places of one text, cheap when they come in order: a line of a megabyte is walked once.
struct LocationWalk {
  private let source: SourceText
  private var last: (offset: Int, location: SourceLocation)?

  init(_ source: SourceText) {
    self.source = source
  }

  /// The same as `SourceText.location(of:)`.
  mutating func location(of offset: Int) -> SourceLocation {
    let location: SourceLocation
    if let last, last.offset <= offset, offset <= source.utf8.count,
      source.lineIndex(at: offset) == last.location.line - 1
    {
      let scalars = source.utf8[last.offset..<offset].count { $0 & 0xC0 != 0x80 }
      location = SourceLocation(line: last.location.line, column: last.location.column + scalars)
    } else {
      location = source.location(of: offset)
    }
    last = (offset, location)
    return location
  }
}
