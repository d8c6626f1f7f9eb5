import Tare

extension PromptText {
  /// A prompt whose start up to the first placeholder is the same in every request.
  init(promptAt path: String, _ source: SourceText) {
    let file = PromptFile(path: path, source: source)
    // Front matter that is no YAML says nothing about placeholders; then all of the text counts as stable.
    let document = try? PromptDocument(parsing: file, as: PromptFormat(ofNamedFile: path))
    let first = document?.placeholders.first { !$0.isControl && !$0.isInCode }
    self.init(source, stableLength: first?.range.start)
  }
}
