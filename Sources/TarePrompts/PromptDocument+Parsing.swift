public import TareText

extension PromptDocument {
  /// Reads `file`.
  ///
  /// Any bytes that are UTF-8 can be read; only front matter can be wrong, and only in a file that is meant to have
  /// some. In any other file, lines between dashes that are no YAML mapping are text.
  ///
  /// - Complexity: O(*n* log *n*) in bytes.
  public init(parsing file: PromptFile, as format: PromptFormat? = nil) throws(PromptError) {
    let format = format ?? PromptFormat(ofNamedFile: file.path)
    let reading = try FormatReading.read(file, as: format)
    if let values = reading.values {
      self.init(values, file, format, reading)
    } else {
      self.init(inPlace: reading, file, format)
    }
  }

  /// This document with another text in place of its own: read in the same format and template language, which a name
  /// alone does not tell for a prompt that is a value of a file.
  public func replacing(_ source: SourceText) throws(PromptError) -> PromptDocument {
    let file = PromptFile(path: path, source: source)
    guard isEmbedded else { return try PromptDocument(parsing: file, as: format) }
    return PromptDocument(embedded: source, path: path, language)
  }

  /// The structure of ``replacing(_:)`` without the facts that it does not take: a fix is tried on it.
  public func structure(replacing source: SourceText) throws(PromptError) -> PromptStructure {
    let file = PromptFile(path: path, source: source)
    let reading =
      try isEmbedded ? FormatReading(body: source.range, language: language) : FormatReading.read(file, as: format)
    guard reading.values == nil else { return PromptStructure(of: try replacing(source)) }
    let structure = BodyStructure(source, body: reading.body, dialect: format.dialect)
    let code = SortedRanges(structure.codeRanges)
    let template = TemplateReading(source, in: reading.body, reading.language, isInCode: code.contains)
    return PromptStructure(
      source, reading.frontMatter, structure.blocks, structure.tables, structure.spans, template.placeholders)
  }

  /// A text of which nothing but its template language is known.
  init(embedded source: SourceText, path: String, _ language: TemplateLanguage) {
    let reading = FormatReading(body: source.range, language: language)
    self.init(inPlace: reading, PromptFile(path: path, source: source), .text, isEmbedded: true)
  }

  /// A file that is a prompt where it stands.
  private init(inPlace reading: FormatReading, _ file: PromptFile, _ format: PromptFormat, isEmbedded: Bool = false) {
    let source = file.source
    let structure = BodyStructure(source, body: reading.body, dialect: format.dialect)
    let code = SortedRanges(structure.codeRanges)
    let template = TemplateReading(source, in: reading.body, reading.language, isInCode: code.contains)
    let loadRule = LoadRule(format, reading.frontMatter, path: file.path)
    let sending = Sending(
      source: source, reading: reading, template: template, format: format, loadClass: loadRule.loadClass)
    let texts = sending.texts
    let spans = SpanTiling.spans(length: source.utf8.count, texts, template.placeholders, marks: sending.marks)

    self.file = file
    self.format = format
    self.isEmbedded = isEmbedded
    frontMatter = reading.frontMatter
    bodyRange = reading.body
    blocks = structure.blocks
    unreadStructure = structure.unread
    lines = structure.lines.markingUnsent(spans)
    tables = structure.tables
    inlineSpans = structure.spans
    codeRanges = code
    sections = TarePrompts.sections(
      of: structure.blocks.filter(\.isHeading), in: source, lineCount: source.lineCount)
    zones = PromptZones(lines, blocks, sections, template.placeholders, source)
    placeholders = template.placeholders
    unclosedMarks = template.unclosedMarks
    sentTexts = texts
    self.spans = spans
    embedded = []
    language = reading.language
    // Dotprompt fills in the history itself.
    variables = template.variables.filter { format != .dotprompt || $0.name != "history" }
    declaredVariables = reading.declared
    parameters = reading.parameters
    requests = reading.requests
    let imports =
      format.importsFiles(path: file.path)
      ? ImportScanner(source: source).references(in: reading.body, isInCode: code.contains) : []
    references = (reading.references + template.references + imports).sorted { $0.range < $1.range }
    self.loadRule = loadRule
  }

  /// A file in which prompts are values.
  private init(_ values: [PromptValue], _ file: PromptFile, _ format: PromptFormat, _ reading: FormatReading) {
    let structure = BodyStructure(withoutText: file.source)
    let embedded = values.compactMap { EmbeddedPrompt($0, path: file.path) }
    let texts = zip(values, embedded).compactMap { value, prompt in prompt.sentText(loadClass: value.loadClass) }
    let placeholders = embedded.flatMap(\.placeholders)

    self.file = file
    self.format = format
    isEmbedded = false
    frontMatter = nil
    bodyRange = reading.body
    (blocks, tables, inlineSpans, sections, unclosedMarks) = ([], [], [], [], [])
    unreadStructure = embedded.lazy.compactMap(\.unreadStructure).first
    lines = structure.lines
    zones = PromptZones()
    codeRanges = SortedRanges([])
    self.placeholders = placeholders
    sentTexts = texts
    spans = SpanTiling.spans(length: file.source.utf8.count, texts, placeholders)
    self.embedded = embedded
    language = .none
    variables = embedded.flatMap(\.variables)
    declaredVariables = reading.declared
    parameters = reading.parameters
    requests = reading.requests
    references = (reading.references + embedded.flatMap(\.references)).sorted { $0.range < $1.range }
    loadRule = LoadRule(loadClass: .always, patterns: [])
  }

  /// Reads the prompt in `bytes`, whatever they are, in `format` or in the one that the name says.
  ///
  /// - Parameter format: What it is read as; `nil` for what its name says.
  /// - Throws: ``PromptReadError``; the bytes of a stranger end here or in a document, never in a trap.
  public init(path: String, bytes: [UInt8], as format: PromptFormat? = nil) throws(PromptReadError) {
    let source: SourceText
    do { source = try SourceText(bytes) } catch { throw .notUTF8(error) }
    if let zero = bytes.firstIndex(of: 0) { throw .notText(offset: zero) }
    do { try self.init(parsing: PromptFile(path: path, source: source), as: format) } catch { throw .malformed(error) }
  }
}

/// Why bytes are no prompt.
public enum PromptReadError: Error, Sendable, Hashable {
  /// They are not UTF-8.
  case notUTF8(InvalidUTF8)
  /// There is a zero among them: no text has one, but UTF-16 without a mark and programs do.
  case notText(offset: Int)
  /// They are text that breaks the rules of its format.
  case malformed(PromptError)
}

extension PromptReadError: CustomStringConvertible {
  /// The reason, in one sentence.
  public var description: String {
    switch self {
    case .notUTF8(let error): error.description
    case .notText(let offset): "not text: byte 0x00 at offset \(offset)"
    case .malformed(let error): error.description
    }
  }
}

extension PromptBlock {
  /// Whether this is a heading.
  var isHeading: Bool {
    if case .heading = kind { true } else { false }
  }
}
