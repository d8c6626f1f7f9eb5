import TarePricing
import TareSavings
import TareTokens
import Testing

struct ModelTokenizerTests {
  private let catalogue: RateCatalogue
  private let text = Array("Answer in one sentence, and cite the source document for every claim.".utf8)[...]

  init() throws { catalogue = try RateCatalogue.builtIn }

  private func tokenizer(_ model: String) throws -> ModelTokenizer {
    try ModelTokenizer(for: catalogue.rate(for: model), in: catalogue)
  }

  @Test(arguments: [
    ("gpt-4o", "o200k_base"), ("gpt-5.4", "o200k_base"), ("o3", "o200k_base"), ("gpt-oss-120b", "o200k_base"),
    ("gpt-4", "cl100k_base"), ("text-embedding-3-small", "cl100k_base"),
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

  @Test(arguments: [
    ("claude-sonnet-4-6", 1_042, 1_463), ("claude-opus-5", 1_122, 2_042), ("deepseek-v4-pro", 916, 1_160),
  ])
  func `an estimate's band covers every ratio that was measured`(model: String, lowest: Int, highest: Int) throws {
    let tokenizer = try tokenizer(model)
    guard case .estimated(let band) = tokenizer.basis else {
      Issue.record("\(tokenizer.basis)")
      return
    }
    let centre = tokenizer.modelTokens(1_000_000)
    #expect(centre * (1_000 - band) / 1_000_000 <= lowest)
    #expect(centre * (1_000 + band) / 1_000_000 >= highest)
    #expect(tokenizer.count(text).tokens == tokenizer.modelTokens(Tokenizer(.o200kBase).count(text)))
  }

  @Test func `an estimate grows with the count it is made from`() throws {
    let tokenizer = try tokenizer("claude-opus-5")
    #expect(tokenizer.modelTokens(0) == 0)
    for count in 0..<2_000 { #expect(tokenizer.modelTokens(count) < tokenizer.modelTokens(count + 1)) }
    #expect(tokenizer.modelTokens(.max) == .max)
  }

  @Test func `a model that nothing can count is an error`() throws {
    let error = #expect(throws: UncountableModel.self) { try tokenizer("grok-4.7") }
    #expect(error?.description.hasPrefix("tokens of grok-4.7 cannot be counted") == true)
  }

  @Test func `every model is counted or said to be uncountable`() throws {
    for rate in catalogue.rates {
      do { _ = try ModelTokenizer(for: rate, in: catalogue) } catch {
        #expect(
          ["tekken", "qwen", "grok", "llama-3", "llama-4", "kimi", "glm"].contains(error.family), "\(rate.model)")
      }
    }
  }

  @Test func `an encoding is exact for its own sake and assumed for a model`() {
    #expect(ModelTokenizer(.cl100kBase).description == "cl100k_base, exact")
    #expect(ModelTokenizer(assuming: .cl100kBase).description == "cl100k_base, assumed")
  }

  @Test(arguments: ["gpt-4o", "claude-opus-5", "claude-sonnet-4-6"], [0, 1, 7, 512, 1_024, 4_096])
  func `a limit of the model is reached by that many tokens of the encoding and not by one fewer`(
    model: String, limit: Int
  ) throws {
    let catalogue = try RateCatalogue.builtIn
    let tokenizer = try ModelTokenizer(for: catalogue.rate(for: model), in: catalogue)
    let needed = tokenizer.encodingTokens(reaching: limit)
    #expect(tokenizer.modelTokens(needed) >= limit)
    #expect(needed == 0 || tokenizer.modelTokens(needed - 1) < limit)
  }
}
