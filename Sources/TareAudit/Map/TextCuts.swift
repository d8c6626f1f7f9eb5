package import TarePrompts
import TareText

/// Cuts the texts of one document at the headings in them.
package struct TextCuts {
  private let document: PromptDocument
  private let embedded: [SourceRange: EmbeddedPrompt]
  /// Whether the body is one text, so that its sections are those of the file.
  private let hasOneBody: Bool

  /// A part, and where it begins among the bytes that are sent.
  private typealias Start = (part: FilePart, offset: Int)

  /// Cuts the texts of `document`.
  package init(_ document: PromptDocument) {
    self.document = document
    embedded = Dictionary(document.embedded.map { ($0.range, $0) }, uniquingKeysWith: { first, _ in first })
    let bodies = document.sentTexts.filter { $0.range.end > document.bodyRange.start }
    hasOneBody = bodies.count == 1 && bodies[0].role == nil && document.embedded.isEmpty
  }

  /// The parts of `text` in order, each with where it ends.
  ///
  /// - Complexity: O(*s* + log *n*) in the sections of the text and those of the document.
  package func parts(of text: SentText) -> [CutText.Cut] {
    var cuts: [CutText.Cut] = []
    var current = beginning(of: text)
    for heading in embedded[text.range].map({ headings(of: $0) }) ?? Self.headings(of: document, in: text) {
      // Blanks before the first heading are no part of their own: they go with it.
      let isBlank = current.kind == .opening && text.utf8[..<heading.offset].allSatisfy { $0 <= 0x20 }
      if !isBlank { cuts.append(CutText.Cut(part: current, end: heading.offset)) }
      current = heading.part
    }
    return cuts + [CutText.Cut(part: current, end: text.utf8.count)]
  }

  /// What holds the text up to its first heading. A description and the beginning of a body hold nothing else, so they
  /// are of a deeper level than any heading.
  private func beginning(of text: SentText) -> FilePart {
    let line = document.source.lineIndex(at: text.range.start) + 1
    if text.role == nil, embedded.isEmpty, text.range.end <= document.bodyRange.start {
      return FilePart(.description, "", line: line, level: 8)
    }
    if hasOneBody { return FilePart(.opening, "", line: line, level: 7) }
    return FilePart(.message, text.role?.rawValue ?? "", line: line, level: 0)
  }

  private static func headings(of document: PromptDocument, in text: SentText) -> [Start] {
    let (source, sections) = (document.source, document.sections)
    func start(_ index: Int) -> Int { source.lineStarts[sections[index].lines.lowerBound] }
    var (low, high) = (0, sections.count)
    while low < high {
      let middle = (low + high) / 2
      if start(middle) < text.range.start { low = middle + 1 } else { high = middle }
    }
    return sections.indices[low...].prefix { start($0) < text.range.end }.map { index in
      let section = sections[index]
      let part = FilePart(
        .section, section.title, line: section.lines.lowerBound + 1, level: section.level)
      return (part, text.decoded.decodedLength(before: start(index)))
    }
  }

  /// The same for a text that is a value of the file: by its own sections, on the lines of the file.
  private func headings(of prompt: EmbeddedPrompt) -> [Start] {
    guard let text = prompt.document.sentTexts.first else { return [] }
    return Self.headings(of: prompt.document, in: text).map { part, offset in
      let inner = prompt.document.source.lineStarts[part.line - 1]
      let line = document.source.lineIndex(at: prompt.sourceRange(of: SourceRange(inner, inner)).start) + 1
      return (FilePart(.section, part.name, line: line, level: part.level), offset)
    }
  }
}
