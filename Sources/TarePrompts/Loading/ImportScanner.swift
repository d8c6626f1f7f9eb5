import TareText

/// Finds the imports of Claude Code and Gemini CLI: `@path` behind white space, outside code.
///
/// docs.anthropic.com/en/docs/claude-code/memory. A name without a slash or a dot is a mention of somebody.
struct ImportScanner {
  let source: SourceText

  /// The imports in `range`, in order.
  ///
  /// - Complexity: O(*n* + *i* log *c*) in bytes, imports and pieces of code.
  func references(in range: SourceRange, isInCode: (Int) -> Bool) -> [PromptReference] {
    var references: [PromptReference] = []
    var at = range.start
    while at < range.end {
      guard source.utf8[at] == UInt8(ascii: "@"), at == range.start || isWhiteSpace(source.utf8[at - 1]), !isInCode(at)
      else {
        at += 1
        continue
      }
      let end = source.utf8[at..<range.end].firstIndex(where: isWhiteSpace) ?? range.end
      if let path = path(at + 1, end) {
        references.append(PromptReference(kind: .import, target: source.string(in: path), range: path))
      }
      at = end
    }
    return references
  }

  private func path(_ start: Int, _ end: Int) -> SourceRange? {
    var end = end
    while end > start, ".,;:!?)\"'".utf8.contains(source.utf8[end - 1]) { end -= 1 }
    let text = source.utf8[start..<max(start, end)]
    let isPath = text.contains(UInt8(ascii: "/")) || text.dropFirst().contains(UInt8(ascii: "."))
    return isPath && !text.contains(UInt8(ascii: "@")) ? SourceRange(start, end) : nil
  }
}
