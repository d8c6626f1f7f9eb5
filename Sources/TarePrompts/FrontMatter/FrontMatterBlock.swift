import TareText

/// Where front matter stands: between a first line of `---` and the next line of `---` or `...`.
struct FrontMatterBlock {
  /// From the opening delimiter to the first byte of the body.
  let range: SourceRange
  /// The lines between the delimiters.
  let contentLines: Range<Int>

  /// The front matter of `source`, or `nil` where line `first` is no delimiter or none is closed again.
  init?(
    in source: SourceText, firstLine first: Int = 0, opening: [String] = ["---"], closing: [String] = ["---", "..."]
  ) {
    guard first < source.lineCount, Self.isDelimiter(source, line: first, marks: opening) else { return nil }
    guard
      let last = ((first + 1)..<max(source.lineCount, first + 1)).first(where: { line in
        Self.isDelimiter(source, line: line, marks: closing)
      })
    else { return nil }
    let start = first == 0 ? source.byteOrderMarkLength : source.lineStarts[first]
    range = SourceRange(start, source.lineRange(last).end)
    contentLines = (first + 1)..<last
  }

  private static func isDelimiter(_ source: SourceText, line: Int, marks: [String]) -> Bool {
    let content = source.lineContentRange(line)
    let start = line == 0 ? source.byteOrderMarkLength : content.start
    var text = source.utf8[start..<content.end]
    while text.last == 0x20 || text.last == 0x09 { text.removeLast() }
    return marks.contains { text.elementsEqual($0.utf8) }
  }
}
