import TareText

extension FormatReading {
  /// Reads `file` in `format`.
  ///
  /// - Complexity: O(*n*) in bytes.
  static func read(_ file: PromptFile, as format: PromptFormat) throws(PromptError) -> FormatReading {
    switch format {
    case .dotprompt: try Dotprompt(file).read()
    case .prompty: try Prompty(file).read()
    case .gitHubModels: try GitHubModelsPrompt(file).read()
    case .promptfoo: try PromptfooConfiguration(file).read()
    case .payload: try Payload(file).read()
    case .pythonLiterals: PythonLiterals(file.source).read()
    case .typeScriptLiterals: TypeScriptLiterals(file.source).read()
    case .jinja: jinja(file.source)
    default: try instructions(file, format)
    }
  }

  /// Text or Markdown, with front matter where there is any.
  private static func instructions(_ file: PromptFile, _ format: PromptFormat) throws(PromptError) -> FormatReading {
    let frontMatter = try frontMatter(of: file, format)
    return FormatReading(
      body: file.body(behind: frontMatter?.range), language: format.language, frontMatter: frontMatter)
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

  /// A template by itself; promptflow writes chats in them, with a line for each role.
  private static func jinja(_ source: SourceText) -> FormatReading {
    let body = SourceRange(source.byteOrderMarkLength, source.utf8.count)
    var reading = FormatReading(body: body, language: .jinja)
    let roles = RoleLines(source, in: body)
    if roles.opensText {
      reading.roleMarks = roles.marks
      reading.trimsMessages = true
    }
    return reading
  }
}

extension PromptFile {
  /// What stands behind the front matter, or behind a byte order mark.
  func body(behind frontMatter: SourceRange?) -> SourceRange {
    SourceRange(frontMatter?.end ?? source.byteOrderMarkLength, source.utf8.count)
  }
}
