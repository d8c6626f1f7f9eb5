import TareText

/// What the parser of a format says about a file: where the prompts in it are and in which language they are templates.
struct FormatReading {
  /// The YAML that opens the file.
  var frontMatter: FrontMatter?
  /// The text that is a prompt in place; nothing where prompts are values of a data file.
  var body: SourceRange
  /// The language of the body.
  var language: TemplateLanguage
  /// The prompts that are values, in the order of the file; `nil` where the body is the prompt.
  var values: [PromptValue]?
  /// The variables the file says it takes; `nil` where the format has no place for it, or the file left it out.
  var declared: [DeclaredVariable]?
  /// The settings of the model; `nil` where the file hands it none.
  var parameters: [ModelParameter]?
  /// The requests that it holds.
  var requests: [PromptRequest] = []
  /// Files that it names outside its prompts.
  var references: [PromptReference] = []
  /// Where another message begins.
  var roleMarks: [RoleMark] = []
  /// Who says what stands in front of the first mark.
  var firstRole: PromptRole?
  /// Whether white space at the edges of a message is taken away.
  var trimsMessages = false

  init(body: SourceRange, language: TemplateLanguage, frontMatter: FrontMatter? = nil) {
    self.body = body
    self.language = language
    self.frontMatter = frontMatter
  }

  /// A reading of a file whose prompts are values.
  init(values: [PromptValue], in source: SourceText) {
    body = SourceRange(source.utf8.count, source.utf8.count)
    language = .none
    self.values = values.filter { !$0.decoded.utf8.isEmpty }
  }
}

/// A prompt that is a value of a data file.
struct PromptValue {
  /// Where the value stands, its quotes included.
  let range: SourceRange
  let decoded: DecodedText
  let notation: ValueNotation
  var role: PromptRole?
  var loadClass = LoadClass.always
  var language = TemplateLanguage.none
}
