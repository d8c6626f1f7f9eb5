public import TareText

/// A prompt file, read: its structure, its placeholders, what of it is sent, and when.
///
/// Rules and reports read the facts here and parse nothing themselves.
public struct PromptDocument: Sendable {
  /// The file as it came.
  public let file: PromptFile
  /// The kind of file it was read as.
  public let format: PromptFormat
  /// The YAML that opens the file, if any does.
  public let frontMatter: FrontMatter?
  /// The text behind the front matter and a byte order mark.
  public let bodyRange: SourceRange
  /// The blocks in the order they open; one that holds others stands before them.
  public let blocks: [PromptBlock]
  /// Why blocks, tables and code are not known, or not all of them; `nil` where they are.
  public let unreadStructure: UnreadStructure?
  /// Every line of the file, front matter included.
  public let lines: [PromptLine]
  /// Where the prompt does not speak for itself: quotations, examples, data and forms for answers.
  public let zones: PromptZones
  /// The sections that headings open.
  public let sections: [PromptSection]
  /// The tables, cut into cells.
  public let tables: [PromptTable]
  /// Links, images and code inside lines.
  public let inlineSpans: [InlineSpan]
  /// The places where a template is filled, from first to last.
  public let placeholders: [Placeholder]
  /// Marks of the template language that open a tag which nothing closes.
  public let unclosedMarks: [SourceRange]
  /// What reaches the model, in the order of the file.
  public let sentTexts: [SentText]
  /// The whole file, from its first byte to its last, by what becomes of it.
  public let spans: [PromptSpan]
  /// The prompts in a file in which they are values, each read as a document of its own; of such a file the other facts
  /// about structure are empty.
  public let embedded: [EmbeddedPrompt]
  /// The language in which the body says where values go.
  public let language: TemplateLanguage
  /// The names that whoever sends the prompt has to fill, at each of their places; known for languages with a grammar.
  public let variables: [TemplateVariable]
  /// The variables the file says it takes; `nil` where it does not say.
  public let declaredVariables: [DeclaredVariable]?
  /// The settings that the file hands to the model; `nil` where it hands it none.
  public let parameters: [ModelParameter]?
  /// The requests in it, if it is a payload.
  public let requests: [PromptRequest]
  /// Other files that it brings in.
  public let references: [PromptReference]
  /// When the body is loaded.
  public let loadRule: LoadRule

  /// The path of the file.
  public var path: String { file.path }
  /// The text of the file.
  public var source: SourceText { file.source }

  /// The lines of running text.
  public var proseLines: some Sequence<PromptLine> { lines.lazy.filter { $0.kind == .prose } }

  /// The sections that hold `line`, from the innermost out.
  ///
  /// - Complexity: O(log *n*) in sections.
  public func sections(around line: Int) -> [PromptSection] {
    var low = 0
    var high = sections.count
    while low < high {
      let middle = (low + high) / 2
      if sections[middle].lines.lowerBound <= line { low = middle + 1 } else { high = middle }
    }
    var around: [PromptSection] = []
    var next = low > 0 ? low - 1 : nil
    while let index = next {
      if sections[index].lines.contains(line) { around.append(sections[index]) }
      next = sections[index].parent
    }
    return around
  }

  /// The blocks of which the first byte lies in `range`.
  ///
  /// - Complexity: O(log *n*) in blocks.
  public func blocks(beginningIn range: SourceRange) -> ArraySlice<PromptBlock> {
    var low = 0
    var high = blocks.count
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].range.start < range.start { low = middle + 1 } else { high = middle }
    }
    return blocks[low...].prefix { $0.range.start < range.end }
  }

  /// Whether the byte at `offset` stands in code, fenced, indented or inside a line.
  ///
  /// - Complexity: O(log *n*) in blocks and spans.
  public func isCode(_ offset: Int) -> Bool { codeRanges.contains(offset) }

  /// Whether it is a value of a file and not a file.
  public let isEmbedded: Bool

  /// All code, in order.
  let codeRanges: SortedRanges
}
