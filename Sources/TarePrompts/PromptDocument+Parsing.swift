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
    let frontMatter = try Self.frontMatter(of: file, format)
    let source = file.source
    let body = SourceRange(frontMatter?.range.end ?? source.byteOrderMarkLength, source.utf8.count)
    let structure = BodyStructure(source, body: body, format: format)
    let code = SortedRanges(structure.codeRanges)

    self.file = file
    self.format = format
    self.frontMatter = frontMatter
    bodyRange = body
    blocks = structure.blocks
    unreadStructure = structure.unread
    lines = structure.lines
    tables = structure.tables
    inlineSpans = structure.spans
    codeRanges = code
    sections = TarePrompts.sections(
      of: structure.blocks.filter(\.isHeading), in: source, lineCount: source.lineCount)
    var scanner = PlaceholderScanner(source)
    placeholders = format.hasTemplateVariables ? scanner.placeholders(in: body, isInCode: code.contains) : []
    sentTexts = Self.sentTexts(source, body: body, frontMatter, format: format, path: file.path)
  }

  /// Reads the prompt in `bytes`, whatever they are.
  ///
  /// - Throws: ``PromptReadError``; the bytes of a stranger end here or in a document, never in a trap.
  public init(path: String, bytes: [UInt8]) throws(PromptReadError) {
    let source: SourceText
    do { source = try SourceText(bytes) } catch { throw .notUTF8(error) }
    if let zero = bytes.firstIndex(of: 0) { throw .notText(offset: zero) }
    do { try self.init(parsing: PromptFile(path: path, source: source)) } catch { throw .malformed(error) }
  }

  private static func frontMatter(of file: PromptFile, _ format: PromptFormat) throws(PromptError) -> FrontMatter? {
    guard let block = FrontMatterBlock(in: file.source) else { return nil }
    do {
      return try FrontMatterReader(file: file, block: block).read()
    } catch {
      if format.expectsFrontMatter { throw error }
      return nil
    }
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
