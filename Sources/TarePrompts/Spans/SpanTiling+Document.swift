import TareText

extension SpanTiling {
  /// The spans of a file of `length` bytes that sends `texts`, with these placeholders and lines that open messages.
  static func spans(
    length: Int, _ texts: [SentText], _ placeholders: [Placeholder], marks: [RoleMark] = []
  ) -> [PromptSpan] {
    var tiling = SpanTiling(length: length, .structure)
    tiling.lay(
      texts.flatMap { text in
        text.decoded.pieces.map { PromptSpan(kind: $0.isVerbatim ? .text : .escape, range: $0.source) }
      })
    tiling.lay(placeholders.map { PromptSpan(kind: $0.spanKind, range: $0.range) })
    tiling.lay(marks.map { PromptSpan(kind: .control, range: $0.range) })
    return tiling.spans
  }
}

extension [PromptLine] {
  /// The lines, with those of which no byte is sent marked as such; both are in the order of the file.
  ///
  /// - Complexity: O(*l* + *s*) in lines and spans.
  func markingUnsent(_ spans: [PromptSpan]) -> [PromptLine] {
    var next = 0
    return map { line in
      while next < spans.count, spans[next].range.end <= line.range.start { next += 1 }
      guard line.kind != .blank, line.kind != .frontMatter, !line.range.isEmpty else { return line }
      var at = next
      var sends = false
      while at < spans.count, spans[at].range.start < line.range.end, !sends {
        sends = spans[at].isSent || spans[at].kind == .variable
        at += 1
      }
      return sends ? line : PromptLine(index: line.index, range: line.range, kind: .notSent)
    }
  }
}
