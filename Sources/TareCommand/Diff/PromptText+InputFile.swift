import Tare

extension PromptText {
  /// What the prompt in `input` sends, read in the format of its name unless another is given.
  ///
  /// - Throws: ``CommandError`` for what `tare lint` cannot read either: bytes that are not UTF-8, and front matter that
  ///   is not YAML, since nobody knows what such a file sends.
  init(_ input: InputFile, as format: PromptFormat? = nil) throws(CommandError) {
    let file = PromptFile(path: input.path, source: try input.text())
    let document: PromptDocument
    do { document = try PromptDocument(parsing: file, as: format) } catch {
      throw .input("\(error.path):\(error.location)", error.reason)
    }
    self.init(document)
  }
}
