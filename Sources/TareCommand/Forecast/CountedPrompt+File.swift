import Tare

extension CountedPrompt {
  /// The prompt at `path`, counted for a model: what it sends, read as `tare lint` reads it.
  ///
  /// - Throws: ``CommandError`` for a prompt that cannot be read, and for a model whose tokens cannot be counted.
  init(_ path: String, for rate: Rate) throws(CommandError) {
    let file = try InputFile.read(path)
    let document: PromptDocument
    do { document = try PromptDocument(parsing: PromptFile(path: file.path, source: try file.text())) } catch {
      throw (error as? CommandError) ?? .input(path, "\(error)")
    }
    let tokenizer: ModelTokenizer
    do {
      let entry = try ModelDirectory.ofThisVersion.model(named: rate.model)
      let installed = entry.family.builtIn == nil ? EncodingStore.installed : InstalledEncodings()
      tokenizer = try ModelTokenizer(for: entry, installed: installed)
    } catch {
      throw (error as? CommandError) ?? .input(path, "\(error); state its tokens in input-tokens instead")
    }
    let count = tokenizer.count(document.sentTexts.flatMap(\.utf8)[...])
    self.init(path: path, tokens: count.tokens, basis: count.basis.description)
  }
}
