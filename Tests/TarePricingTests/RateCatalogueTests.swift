import TarePricing
import TareText
import Testing

struct RateCatalogueTests {
  private let catalogue: RateCatalogue

  init() throws { catalogue = try RateCatalogue.builtIn }

  @Test func `the built-in catalogue says its day and holds its models`() {
    #expect(catalogue.date.description == "2026-11-20")
    #expect(!catalogue.source.isEmpty)
    #expect(catalogue.rates.count == 73)
  }

  @Test func `every price is above nothing and in a sensible order`() {
    for rate in catalogue.rates {
      for price in [rate.input, rate.output, rate.cachedInput, rate.cacheStorage].compactMap(\.self) {
        #expect(price.perMillion > .zero, "\(rate.model)")
      }
      if let cached = rate.cachedInput { #expect(cached < rate.input, "\(rate.model)") }
      if let batch = rate.batch { #expect(batch.input < rate.input, "\(rate.model)") }
      if let output = rate.output, let batch = rate.batch?.output { #expect(batch < output, "\(rate.model)") }
      if let output = rate.output { #expect(output >= rate.input, "\(rate.model)") }
      for write in rate.cacheWrites { #expect(write.price > rate.input, "\(rate.model)") }
      for tier in rate.longContext { #expect(tier.input > rate.input, "\(rate.model)") }
    }
  }

  @Test func `longer lifetimes and longer requests are dearer`() {
    for rate in catalogue.rates {
      #expect(rate.cacheWrites.map(\.price) == rate.cacheWrites.map(\.price).sorted())
      #expect(rate.longContext.map(\.input) == rate.longContext.map(\.input).sorted())
    }
  }

  @Test func `only embeddings have no output price`() {
    let silent = catalogue.rates.filter { $0.output == nil }.map(\.model)
    #expect(silent == ["text-embedding-3-small", "text-embedding-3-large"])
  }

  @Test func `every rate names its source`() {
    for rate in catalogue.rates {
      #expect(!rate.source.record.isEmpty)
      #expect((rate.source.comparedWith == nil) == (rate.source.agrees == nil))
    }
  }

  @Test func `every name and alias leads to its rate, behind its provider too`() throws {
    for rate in catalogue.rates {
      for name in [rate.model, rate.model.uppercased(), "\(rate.provider)/\(rate.model)"] + rate.aliases {
        #expect(try catalogue.rate(for: name).model == rate.model)
      }
    }
  }

  @Test(arguments: [
    ("gpt-4o-2024-08-06", "gpt-4o"), ("gpt-4o-mini-2024-07-18", "gpt-4o-mini"), ("openai/gpt-4o", "gpt-4o"),
    ("claude-sonnet-4-5-20250929", "claude-sonnet-4-5"), ("claude-sonnet-4-5@20250929", "claude-sonnet-4-5"),
    ("anthropic/claude-haiku-4-5-20251001", "claude-haiku-4-5"), ("models/gemini-2.5-pro", "gemini-2.5-pro"),
    ("groq/openai/gpt-oss-120b", "gpt-oss-120b"), ("gpt-5.6", "gpt-5.6-sol"), ("deepseek-chat", "deepseek-v4-flash"),
    ("together_ai/meta-llama/Llama-3.3-70B-Instruct-Turbo", "llama-3.3-70b"),
  ])
  func `an id as a provider writes it leads to the model`(id: String, model: String) throws {
    #expect(try catalogue.rate(for: id).model == model)
  }

  @Test(arguments: [
    "", "/", "gpt", "gpt-4o/", "gpt-4o-", "gpt-4o-2024-13-06", "gpt-4o-2024-08", "azure/gpt-4o", "anthropic/gpt-4o",
    "gpt-4o-2024-05-13", "gpt-4o-realtime", "-2024-08-06", "gpt-4o\u{0}", "claude",
  ])
  func `an unknown id is an error that carries the known names`(id: String) {
    let error = #expect(throws: UnknownModel.self) { try catalogue.rate(for: id) }
    #expect(error?.id == id)
    #expect(error?.knownNames.contains("gpt-4o") == true)
  }

  @Test func `facts beyond prices are carried`() throws {
    let gemini = try catalogue.rate(for: "gemini-3.8-flash")
    #expect(gemini.changes.map(\.from.description) == ["2027-01-01"])
    #expect(gemini.changes.first?.cacheStorage?.perMillionText == "1")
    #expect(try catalogue.rate(for: "claude-sonnet-4-5").retires == CalendarDate("2026-11-30"))
    #expect(try catalogue.rate(for: "deepseek-v4-pro").offPeak?.peakHours == [1..<4, 6..<10])
    #expect(try catalogue.rate(for: "claude-haiku-4-5").minimumCacheableTokens == 4_096)
    #expect(try catalogue.rate(for: "claude-opus-5-5").minimumCacheableTokens == 512)
  }
}

struct RateReaderTests {
  private func catalogue(model: String) -> [UInt8] {
    Array(
      """
      {"schemaVersion": 1, "date": "2026-11-20", "source": "own", "currency": "USD", "unit": "million tokens",
       "models": [\(model)]}
      """.utf8)
  }

  private let whole = """
    {"model": "m", "provider": "p", "prices": {"input": "1"}, "source": {"record": "r"}}
    """

  @Test func `a catalogue needs a model, a price and a source, no more`() throws {
    let rate = try RateCatalogue(parsing: catalogue(model: whole)).rate(for: "M")
    #expect(rate.input.perMillionText == "1")
    #expect(rate.cachedInput == nil && rate.output == nil && rate.batch == nil)
  }

  @Test(arguments: [
    (#""prices": {"input": "1"}"#, #""prices": {}"#, "rate \"m\": input is missing"),
    (#""prices": {"input": "1"}"#, #""prices": {"input": 1}"#, "rate \"m\": input is no string"),
    (#""input": "1""#, #""input": "-1""#, "rate \"m\": input is no price: \"-1\" is not a decimal number such as 2.50"),
    (#""prices": {"input": "1"}"#, #""prices": []"#, "rate \"m\": prices is no object"),
    (#""provider": "p""#, #""provider": "p", "aliases": "n""#, "rate \"m\": aliases is no list of strings"),
    (#""provider": "p""#, #""provider": "p", "retires": "soon""#, "rate \"m\": retires is no date such as 2026-11-20"),
    (
      #""provider": "p""#, #""provider": "p", "minimumCacheableTokens": 0"#,
      "rate \"m\": minimumCacheableTokens is no number above 0"
    ),
    (#""provider": "p""#, #""provider": "p", "aliases": ["M"]"#, "two rates are called \"M\""),
    (
      #""provider": "p""#, #""provider": "p", "cacheWrites": [{"lifetime": "5", "price": "1"}]"#,
      "rate \"m\": lifetime is not minutes such as 30m or hours such as 12h"
    ),
  ])
  func `a mistake names the model and the member`(part: String, replacement: String, message: String) throws {
    let broken = try #require(whole.firstRange(of: part).map { whole.replacingSubrange($0, with: replacement) })
    let error = #expect(throws: CatalogueError.self) { try RateCatalogue(parsing: catalogue(model: broken)) }
    #expect(error?.description == message)
  }

  @Test(arguments: ["", "{}", "[]", "null", "{\"schemaVersion\": 2}", "{\"schemaVersion\": 1}", "\u{FEFF}{", "{\"a\""])
  func `what is no catalogue is an error`(text: String) {
    #expect(throws: CatalogueError.self) { try RateCatalogue(parsing: Array(text.utf8)) }
  }

  @Test func `every cut of a catalogue is an error`() {
    let bytes = catalogue(model: whole)
    for count in bytes.indices {
      #expect(throws: CatalogueError.self) { try RateCatalogue(parsing: Array(bytes[..<count])) }
    }
  }
}

extension String {
  fileprivate func replacingSubrange(_ range: Range<Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
