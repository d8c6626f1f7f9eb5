import TarePrompts
import TareText

/// By what the lines of one prompt are known in a file beside it.
struct LineNames {
  private let source: SourceText
  private let secrets: [SourceRange]

  /// More than this names a line no better.
  private static let longest = 200

  init(_ document: PromptDocument) {
    source = document.source
    secrets = SecretSearch().keys(in: document).map(\.range)
  }

  /// What names the line with that index; `nil` for one without words, or that is a page of its own.
  ///
  /// The words of the line do, unless a key stands in it: that would be given away a second time.
  func name(ofLine line: Int) -> SuppressionSidecar.Lines? {
    let content = source.lineContentRange(line)
    guard !secrets.contains(where: { $0.start < content.end && content.start < $0.end }) else {
      return .content(FindingContent(content, in: source).hash)
    }
    let range = trimmed(content)
    return range.isEmpty || range.end - range.start > Self.longest ? nil : .text(source.string(in: range))
  }

  private func trimmed(_ line: SourceRange) -> SourceRange {
    var (start, end) = (line.start, line.end)
    while start < end, isBlank(source.utf8[start]) { start += 1 }
    while start < end, isBlank(source.utf8[end - 1]) { end -= 1 }
    return SourceRange(start, end)
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
