import TareText

/// Where front matter stands: between a first line of `---` and the next line of `---` or `...`.
struct FrontMatterBlock {
  /// From the opening delimiter to the first byte of the body.
  let range: SourceRange
  /// The lines between the delimiters.
  let contentLines: Range<Int>

  /// The front matter of `source`, or `nil` where the text does not open with a delimiter that is closed again.
  init?(in source: SourceText) {
    guard Self.isDelimiter(source, line: 0, marks: ["---"]) else { return nil }
    guard
      let closing = (1..<max(source.lineCount, 1)).first(where: { line in
        Self.isDelimiter(source, line: line, marks: ["---", "..."])
      })
    else { return nil }
    range = SourceRange(source.byteOrderMarkLength, source.lineRange(closing).end)
    contentLines = 1..<closing
  }

  private static func isDelimiter(_ source: SourceText, line: Int, marks: [String]) -> Bool {
    let content = source.lineContentRange(line)
    let start = line == 0 ? source.byteOrderMarkLength : content.start
    var text = source.utf8[start..<content.end]
    while text.last == 0x20 || text.last == 0x09 { text.removeLast() }
    return marks.contains { text.elementsEqual($0.utf8) }
  }
}
