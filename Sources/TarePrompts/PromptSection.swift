import TareText

/// A heading and all that stands below it, up to the next heading of its level or above.
public struct PromptSection: Sendable, Hashable {
  /// The text of the heading, without its marks.
  public let title: String
  /// The level of the heading, 1 to 6.
  public let level: Int
  /// From the line of the heading to the last line of the section.
  public let lines: Range<Int>
  /// The section that holds this one, as an index; `nil` at the top.
  public let parent: Int?
}

/// The sections that `headings` open, in order; a `#` in a fence is no heading and opens none.
func sections(of headings: [PromptBlock], in source: SourceText, lineCount: Int) -> [PromptSection] {
  var ends = [Int](repeating: lineCount, count: headings.count)
  var parents = [Int?](repeating: nil, count: headings.count)
  var open: [Int] = []
  for (index, heading) in headings.enumerated() {
    while let last = open.last, headings[last].level >= heading.level {
      ends[last] = heading.lines.lowerBound
      open.removeLast()
    }
    parents[index] = open.last
    open.append(index)
  }
  return headings.indices.map { index in
    PromptSection(
      title: title(of: headings[index], in: source), level: headings[index].level,
      lines: headings[index].lines.lowerBound..<ends[index], parent: parents[index])
  }
}

/// The first line of the heading without marks, blanks and closing marks around it; nothing for a heading that was
/// given no line, as one without text may be.
private func title(of heading: PromptBlock, in source: SourceText) -> String {
  guard !heading.lines.isEmpty else { return "" }
  let marks = Array("#> \t-*+".utf8)
  let line = source.lineContentRange(heading.lines.lowerBound)
  var text = source.bytes(in: SourceRange(max(line.start, min(source.byteOrderMarkLength, line.end)), line.end))
  while let first = text.first, marks.contains(first) { text.removeFirst() }
  while let last = text.last, last == UInt8(ascii: "#") || last == 0x20 || last == 0x09 { text.removeLast() }
  return String(decoding: text, as: UTF8.self)
}

extension PromptBlock {
  fileprivate var level: Int {
    if case .heading(let level) = kind { level } else { 0 }
  }
}
