import TareText

/// Finds worked examples that are written as questions and answers in turn.
///
/// ```
/// Input: a
/// Output: b
///
/// Input: c      the second pair: one alone may be the form that a question is handed over in
/// Output: d
/// ```
struct LabelledZones {
  private enum Side { case asking, answering }

  private(set) var found: [PromptZone] = []
  /// The lines that begin with a label, in a zone or not.
  private(set) var labelled: Set<Int> = []
  private var start: Int?
  private var end = 0
  private var last = Side.answering
  private var pairs = 0
  private var between = 0

  /// In lines that are not blank: a question that long after an answer belongs to something else.
  private static let mostBetween = 40

  init(_ lines: [PromptLine], _ source: SourceText) {
    for line in lines {
      switch line.kind {
      case .blank, .html, .other: continue
      case .frontMatter, .notSent: close()
      case .prose, .heading, .code, .table: read(line, source)
      }
    }
    close()
  }

  private mutating func read(_ line: PromptLine, _ source: SourceText) {
    guard line.kind != .code, let side = Self.side(source.bytes(in: line.range)) else {
      between += 1
      if line.kind == .heading || between > Self.mostBetween { close() }
      if line.index == end { end += 1 }
      return
    }
    labelled.insert(line.index)
    if side == .asking, start == nil { start = line.index }
    if side == .answering, last == .asking { pairs += 1 }
    (last, end, between) = (side, line.index + 1, 0)
  }

  /// Ends a run: with the lines that follow its last label without a blank between.
  private mutating func close() {
    if let start, pairs >= 2 { found.append(PromptZone(kind: .example, lines: start..<max(end, start + 1))) }
    (start, last, pairs) = (nil, .answering, 0)
  }

  /// The side that the label of a line speaks for; marks of lists, quotations and emphasis may stand around it.
  private static func side(_ text: ArraySlice<UInt8>) -> Side? {
    guard text.prefix(longestLead).contains(UInt8(ascii: ":")) else { return nil }
    let text = text.drop { leadingMarks.contains($0) }.prefix(longestLabel + 1)
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    var label = text[..<colon]
    while label.last == UInt8(ascii: "*") { label.removeLast() }
    return sides[String(decoding: label, as: UTF8.self).lowercased()]
  }

  private static let leadingMarks = Array(" \t>-*#".utf8)
  /// No label is longer than this, in bytes.
  private static let longestLabel = 24
  /// A label and the marks in front of it, in bytes.
  private static let longestLead = 48
  private static let sides: [String: Side] = [
    "input": .asking, "user": .asking, "human": .asking, "question": .asking, "q": .asking,
    "output": .answering, "assistant": .answering, "answer": .answering, "a": .answering,
  ]
}
