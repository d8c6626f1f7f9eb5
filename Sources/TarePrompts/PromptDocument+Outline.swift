public import TareText

extension PromptDocument {
  /// The sections that headings open, each named by its heading; what stands before the first one, such as front
  /// matter, has no name.
  ///
  /// - Complexity: O(*n*) in bytes.
  public var sectionOutline: TextOutline {
    var outline = TextOutline()
    let first = sections.first.map { lineStart($0.lines.lowerBound) } ?? source.utf8.count
    let hasBeginning = first > 0
    if hasBeginning { outline.extend(to: first, outline.add(.init(name: "", start: 0, parent: nil))) }
    for (index, section) in sections.enumerated() {
      let parent = section.parent.map { hasBeginning ? $0 + 1 : $0 }
      let start = lineStart(section.lines.lowerBound)
      let next = index + 1 < sections.count ? sections[index + 1].lines.lowerBound : source.lineStarts.count
      outline.extend(
        to: lineStart(next), outline.add(.init(name: section.heading, start: start, parent: parent)))
    }
    return outline
  }

  /// Where a line begins, or the end of the text for a line behind the last.
  private func lineStart(_ line: Int) -> Int {
    line < source.lineStarts.count ? source.lineStarts[line] : source.utf8.count
  }
}

extension PromptSection {
  /// The heading as Markdown writes it.
  fileprivate var heading: String { String(repeating: "#", count: level) + " " + title }
}
