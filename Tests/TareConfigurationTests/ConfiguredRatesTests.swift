import TareConfiguration
import TarePricing
import TareText
import Testing

struct ConfiguredRatesTests {
  /// The example of Documentation/Configuration.md says the same.
  private static let yaml = """
    rates:
      date: 2026-11-21
      source: our contract
      caching:
        - {rule: house, kind: breakpoints, minimumTokens: 1024, maximumMarks: 4, lookback: 20, source: our contract}
      models:
        - model: house-large
          provider: house
          caching: house
          prices: {input: 2, cachedInput: 0.20, output: "8"}
          cacheWrites: [{lifetime: 5m, price: 2.5}, {lifetime: 1h, price: 4}]
          batch: {input: 1, output: 4}
          longContext: [{from: 200001, input: 4, output: 12}]
          changes: [{from: 2027-01-01, input: 3, cacheWrites: [], longContext: []}]
          source: {record: "our contract, page 3"}
        - {model: gpt-5.4, provider: openai, prices: {input: 2.2, output: 14}}
    """

  private static let json = """
    {"schemaVersion": 1, "date": "2026-11-21", "source": "our contract", "currency": "USD", "unit": "million tokens",
     "caching": [{"rule": "house", "kind": "breakpoints", "minimumTokens": 1024, "maximumMarks": 4, "lookback": 20,
       "source": "our contract"}],
     "models": [{"model": "house-large", "provider": "house", "caching": "house",
       "prices": {"input": "2", "cachedInput": "0.2", "output": "8"},
       "cacheWrites": [{"lifetime": "5m", "price": "2.5"}, {"lifetime": "1h", "price": "4"}],
       "batch": {"input": "1", "output": "4"}, "longContext": [{"from": 200001, "input": "4", "output": "12"}],
       "changes": [{"from": "2027-01-01", "input": "3", "cacheWrites": [], "longContext": []}],
       "source": {"record": "our contract, page 3"}},
      {"model": "gpt-5.4", "provider": "openai", "prices": {"input": "2.2", "output": "14"},
       "source": {"record": "our contract"}}]}
    """

  @Test func `a mapping means what a file of rates with its members means`() throws {
    let rates = try #require(layer(Self.yaml).rates)
    let file = try RateCatalogue(parsing: Array(Self.json.utf8))
    #expect(rates.catalogue.rates.first == file.rates.first)
    #expect(rates.catalogue.rates.map(\.input) == file.rates.map(\.input))
    #expect(rates.catalogue.rates.last?.source.record == "tare.yaml")
    #expect((rates.catalogue.date, rates.catalogue.source) == (file.date, file.source))
  }

  @Test func `rates of a file go before those of the files it extends, and both before the built-in ones`() throws {
    let low = try layer("rates: {date: 2026-01-01, models: [{model: a, provider: p, prices: {input: 1}}]}")
    let high = try layer(
      "rates: {date: 2026-01-01, models: [{model: a, provider: p, prices: {input: 2}}, {model: gpt-5.4, provider: openai, prices: {input: 9}}]}"
    )
    let settings = try Configuration([low, high]).settings(for: LexicalPath("/project/a.md"))
    var catalogue = try RateCatalogue.builtIn
    for own in settings.rates { catalogue = try catalogue.adding(own) }
    #expect(try catalogue.rate(for: "a").input.perMillionText == "2")
    let changed = try catalogue.rate(for: "gpt-5.4")
    #expect(changed.input.perMillionText == "9")
    #expect(try changed.cacheRule == RateCatalogue.builtIn.rate(for: "gpt-5.4").cacheRule)
  }

  @Test func `a model may name a built-in rule for caching`() throws {
    let rates = try layer(
      "rates: {date: 2026-01-01, models: [{model: a, provider: p, caching: anthropic-breakpoints, prices: {input: 1, cachedInput: 0.1}, cacheWrites: [{lifetime: 5m, price: 1.25}]}]}"
    ).rates
    #expect(try rates?.catalogue.rate(for: "a").cacheTerms().minimumTokens == 1_024)
  }

  @Test(arguments: [
    ("prices: {input: 1, output: much}", "5:35", "output is no price: \"much\" is not a decimal number such as 2.50"),
    ("prices: {input: -1}", "5:24", "input is no price"), ("prices: {input: 1e-6}", "5:24", "input is no price"),
    ("prices: {input: 0.0000000001}", "5:24", "has more than 9 decimal places"),
    ("prices: {input: 1}, caching: none-such", "5:37", "caching names no rule: \"none-such\""),
    ("prices: {input: 1}, cacheWrites: [{lifetime: soon, price: 1}]", "5:53", "lifetime is not minutes"),
    ("prices: {input: 1}, minimumCacheableTokens: 0", "5:52", "is no number above 0"),
    ("prices: {output: 1}", "5:16", "input is missing"), ("prices: {}", "5:16", "input is missing"),
    ("prices: {inputs: 1}", "5:17", "unknown key \"inputs\" in prices; did you mean \"input\"?"),
    ("prices: 3", "5:16", "prices takes a mapping, and here is \"3\""), ("aliases: [m]", "4:7", "prices is missing"),
    ("prices: {input: 1}, aliases: [M]", "4:7", "two rates are called"),
  ])
  func `a mistake is told with its line`(members: String, place: String, reason: String) throws {
    let yaml = """
      rates:
        date: 2026-11-21
        models:
          - {model: m, provider: p,
             \(members)}
      """
    let message = try #require(mistake(in: yaml))
    #expect(message.hasPrefix("tare.yaml:\(place): "), "\(message)")
    #expect(message.contains(reason), "\(message)")
  }
}
