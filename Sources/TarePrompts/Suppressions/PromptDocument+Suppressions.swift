import TareText

extension PromptDocument {
  /// The comments that ask for findings to be let be, from first to last; those inside of prompts that are values
  /// included.
  ///
  /// - Complexity: O(*n*) in bytes.
  public var suppressionComments: [SuppressionComment] {
    let own = SuppressionScanner(self).comments
    guard !embedded.isEmpty else { return own }
    return (own + embedded.flatMap { $0.suppressionComments(in: source) }).sorted { $0.range < $1.range }
  }

  /// Whether prompts are values of the file.
  var holdsValues: Bool { !isEmbedded && (bodyRange.isEmpty && !embedded.isEmpty) }

  /// Whether the byte at `offset` is sent as it stands.
  func isSent(_ offset: Int) -> Bool { span(at: offset)?.isSent ?? false }

  /// Whether the byte at `offset` belongs to the file and not to a prompt in it.
  func isStructure(_ offset: Int) -> Bool { span(at: offset)?.kind == .structure }

  /// The span that holds the byte at `offset`.
  ///
  /// - Complexity: O(log *s*) in spans.
  private func span(at offset: Int) -> PromptSpan? {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].range.end <= offset { low = middle + 1 } else { high = middle }
    }
    return low < spans.count && spans[low].range.contains(offset) ? spans[low] : nil
  }
}

extension EmbeddedPrompt {
  /// The comments of the prompt, placed in the file that holds it.
  func suppressionComments(in file: SourceText) -> [SuppressionComment] {
    document.suppressionComments.map { comment in
      let range = sourceRange(of: comment.range)
      let lines = file.lineIndex(at: range.start)..<(file.lineIndex(at: max(range.start, range.end - 1)) + 1)
      return SuppressionComment(
        directive: placed(comment.directive), rules: comment.rules.map(placed), until: comment.until.map(placed),
        reason: comment.reason, range: range, lines: lines,
        // Two lines of the prompt may stand on one of the file.
        standsAlone: comment.standsAlone && comment.lines.count == lines.count && isAlone(range, lines, in: file),
        isSent: comment.isSent)
    }
  }

  private func placed(_ word: SuppressionComment.Word) -> SuppressionComment.Word {
    SuppressionComment.Word(text: word.text, range: sourceRange(of: word.range))
  }

  private func isAlone(_ range: SourceRange, _ lines: Range<Int>, in file: SourceText) -> Bool {
    let start = file.lineStarts[lines.lowerBound]
    let end = file.lineContentRange(lines.upperBound - 1).end
    return file.utf8[start..<range.start].allSatisfy(isWhiteSpace)
      && file.utf8[range.end..<max(range.end, end)].allSatisfy(isWhiteSpace)
  }
}
