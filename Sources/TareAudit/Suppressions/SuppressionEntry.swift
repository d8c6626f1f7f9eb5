import TarePrompts
import TareText

/// One suppression of one file, with the lines it covers.
struct SuppressionEntry {
  /// Where it comes from.
  enum Source {
    /// A comment, and the one that ends it.
    case comment(SuppressionComment, end: SuppressionComment?)
    /// Something outside of the file, and where that stands.
    case outside(String)
  }

  let source: Source
  let words: [RuleWord]
  let reason: String?
  let until: CalendarDate?
  /// The lines it covers, in order; `nil` for all.
  let lines: [Range<Int>]?
  /// Whether it was written for other files, too.
  var isForManyFiles = false

  /// Whether it covers line `index`, from 0.
  func covers(_ index: Int) -> Bool { lines?.contains { $0.contains(index) } ?? true }
}

extension SuppressionEntry {
  init(_ comment: SuppressionComment, end: SuppressionComment? = nil, lines: [Range<Int>]?) {
    self.init(
      source: .comment(comment, end: end), words: comment.rules.map { RuleWord(text: $0.text) }, reason: comment.reason,
      until: comment.until.flatMap { CalendarDate($0.text) }, lines: lines)
  }

  init(_ suppression: Suppression, in source: SourceText) {
    self.init(
      source: .outside(suppression.origin), words: suppression.rules.map(RuleWord.init), reason: suppression.reason,
      until: suppression.until,
      lines: suppression.text.map { Self.lines(holding: $0, in: source) }
        ?? suppression.content.map { Self.lines(of: $0, in: source) },
      isForManyFiles: suppression.isForManyFiles)
  }

  /// The lines with that hash.
  private static func lines(of hash: String, in source: SourceText) -> [Range<Int>] {
    (0..<source.lineCount).filter { FindingContent(source.lineContentRange($0), in: source).hash == hash }
      .map { $0..<($0 + 1) }
  }

  /// The lines that hold `text`.
  private static func lines(holding text: String, in source: SourceText) -> [Range<Int>] {
    let wanted = Array(text.utf8)
    guard let first = wanted.first else { return [] }
    return (0..<source.lineCount).filter { index in
      let line = source.bytes(in: source.lineContentRange(index))
      return line.indices.contains { line[$0] == first && line[$0...].starts(with: wanted) }
    }.map { $0..<($0 + 1) }
  }
}
