import TareModels
import TareTokens
import TestMaterial
import Testing

struct ModelTokenizerTests {
  private let directory: ModelDirectory
  private let text = Array("Answer in one sentence, and cite the source document for every claim.".utf8)[...]

  init() throws { directory = try ModelDirectory.builtIn }

  private func tokenizer(_ model: String, installed: InstalledEncodings = InstalledEncodings()) throws -> ModelTokenizer
  {
    try ModelTokenizer(for: directory.model(named: model), installed: installed)
  }

  @Test(arguments: [
    ("gpt-4o", "o200k_base"), ("gpt-5.4", "o200k_base"), ("o3", "o200k_base"), ("gpt-4", "cl100k_base"),
    ("gpt-4-turbo", "cl100k_base"), ("ft:gpt-3.5-turbo:acme", "cl100k_base"), ("text-embedding-3-small", "cl100k_base"),
  ])
  func `a model whose encoding is documented and built in is counted exactly`(model: String, encoding: String) throws {
    let tokenizer = try tokenizer(model)
    #expect(tokenizer.encoding.name == encoding)
    #expect(tokenizer.count(text) == TokenCount(Tokenizer(tokenizer.encoding).count(text), basis: .exact))
  }

  @Test(arguments: ["gpt-6.1-sol", "gpt-6-luna"])
  func `a model whose encoding nobody names is counted by assumption`(model: String) throws {
    #expect(try tokenizer(model).basis == .assumed)
  }

  @Test(arguments: ["claude-opus-5", "claude-sonnet-4-6", "deepseek-v4-pro"])
  func `an estimate of a long text of one kind has a narrower band than that of any text`(model: String) throws {
    let tokenizer = try tokenizer(model)
    guard case .estimated(let widest) = tokenizer.basis,
      case .estimated(let band) = tokenizer.count(Array(repeating: text, count: 200).flatMap(\.self)[...]).basis
    else {
      Issue.record("\(tokenizer.basis)")
      return
    }
    #expect(band < widest)
    #expect(tokenizer.description.hasPrefix("estimated ±"))
  }

  @Test func `a comparison with one scale never makes a growth of a saving`() throws {
    let tokenizer = try tokenizer("claude-opus-5")
    // German without its umlauts and blank lines between: kinds change, tokens of the encoding fall.
    let before = Array("Antworte in einem Satz und nenne die Quelle.\n\n\n\nx = f(1); y = g[2];\n".utf8)[...]
    let after = Array("Answer in one sentence and name the source.\nx = f(1); y = g[2];\n".utf8)[...]
    let scale = tokenizer.scale(for: [before, after])
    let encoder = Tokenizer(tokenizer.encoding)
    #expect(encoder.count(after) < encoder.count(before))
    #expect(scale.modelTokens(encoder.count(after)) < scale.modelTokens(encoder.count(before)))
  }

  @Test func `an installed vocabulary of the family counts exactly, and says which file it is`() throws {
    let installed = InstalledEncodings([try InstalledBytes.encoding("bytes", family: "gemma-3")])
    let tokenizer = try tokenizer("gemini-2.5-pro", installed: installed)
    #expect(
      tokenizer.basis == .exact && tokenizer.estimate == nil && tokenizer.installedFrom?.contains("SHA-256") == true)
    #expect(tokenizer.count(text) == TokenCount(text.count, basis: .exact))
    #expect(try self.tokenizer("gpt-4o", installed: installed).installedFrom == nil)
    #expect(try self.tokenizer("gemini-4-argon", installed: installed).estimate != nil)
    let legacy = InstalledEncodings([try InstalledBytes.encoding("r50k_base", family: nil)])
    #expect(try self.tokenizer("davinci", installed: legacy).encoding.name == "r50k_base")
  }

  @Test func `two vocabularies that are installed for a family are named, and none is taken`() throws {
    let encodings = try ["one", "two"].map { try InstalledBytes.encoding($0, family: "gemma-3") }
    let error = #expect(throws: UncountableModel.self) {
      try tokenizer("gemini-2.5-pro", installed: InstalledEncodings(encodings))
    }
    let reason = "tokens of gemini-2.5-pro can be counted in several encodings installed for gemma-3: one, two"
    #expect(error?.description == reason)
  }

  @Test func `a model that nothing can count is an error`() throws {
    let error = #expect(throws: UncountableModel.self) { try tokenizer("grok-4.7") }
    #expect(error?.description.hasPrefix("tokens of grok-4.7 cannot be counted") == true)
    let published = #expect(throws: UncountableModel.self) { try tokenizer("mistral-large-3") }
    #expect(published?.description.contains("tare encodings add") == true)
  }

  @Test func `an encoding is exact for its own sake and assumed for a model`() {
    #expect(ModelTokenizer(.cl100kBase).description == "cl100k_base, exact")
    #expect(ModelTokenizer(assuming: .cl100kBase).description == "cl100k_base, assumed")
    #expect(ModelTokenizer(.cl100kBase).anyText.modelTokens(7) == 7)
  }
}
