import Foundation
import TarePricing
import TareText
import Testing

struct OwnRatesTests {
  private func own(_ models: String) throws -> RateCatalogue {
    try RateCatalogue(
      parsing: Array(
        """
        {"schemaVersion": 1, "date": "2026-11-21", "source": "contract", "currency": "USD", "unit": "million tokens",
         "providers": [{"provider": "openai", "prefixes": ["house"]}], "models": [\(models)]}
        """.utf8))
  }

  @Test func `a rate of one's own goes before the built-in one, by name and by alias`() throws {
    let builtIn = try RateCatalogue.builtIn
    let both = try builtIn.adding(
      own(
        #"{"model": "GPT-5.4", "aliases": ["gpt-5.6", "mine"], "provider": "openai", "prices": {"input": "1"}, "source": {"record": "r"}}"#
      ))
    for name in ["gpt-5.4", "gpt-5.6", "mine", "house/mine", "openai/gpt-5.4"] {
      #expect(try both.rate(for: name).input.perMillionText == "1", "\(name)")
    }
    #expect(try both.rate(for: "gpt-5.6-sol").input.perMillionText == "4")
    #expect(both.rates.count == builtIn.rates.count)
    #expect((both.date, both.source.hasSuffix("; 1 rate of your own, 2026-11-21, contract")) == (builtIn.date, true))
  }

  /// Documentation/Pricing.md has a whole file as an example.
  @Test func `the example of the documentation is a catalogue`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Documentation/Pricing.md")
    let page = try String(contentsOf: file, encoding: .utf8)
    let block = try #require(page.components(separatedBy: "```json\n").last?.components(separatedBy: "```").first)
    let rate = try RateCatalogue(parsing: Array(block.utf8)).rate(for: "house-large")
    #expect(try rate.cacheTerms(for: .oneHour).minimumTokens == 1_024)
    let later = try rate.at(#require(PriceTime("2027-01-01")))
    #expect(later.prices(forInput: 300_000).output?.perMillionText == "15")
    #expect(later.cacheLifetimes == [.fiveMinutes])
    #expect(later.batch == nil)
  }

  @Test(arguments: ["cacheWrites", "longContext"])
  func `a change that leaves out what a model has is an error`(member: String) throws {
    let entry =
      member == "cacheWrites" ? #"[{"lifetime": "5m", "price": "2"}]"# : #"[{"from": 9, "input": "2", "output": "2"}]"#
    let error = #expect(throws: CatalogueError.self) {
      try own(
        #"{"model": "m", "provider": "p", "prices": {"input": "1"}, "\#(member)": \#(entry), "changes": [{"from": "2027-01-01", "input": "2"}], "source": {"record": "r"}}"#
      )
    }
    #expect(error?.description == "rate \"m\": \(member) is missing from a change")
  }

  @Test(arguments: [
    (#""kind": "x""#, "kind is neither automatic nor breakpoints"),
    (#""kind": "automatic""#, "lifetimes is no list of minutes such as 30m or hours such as 12h"),
    (#""kind": "automatic", "lifetimes": ["5x"]"#, "lifetimes is no list of minutes such as 30m or hours such as 12h"),
    (#""kind": "automatic", "lifetimes": ["5m"], "granularity": 0"#, "granularity is no number above 0"),
    (#""kind": "breakpoints""#, "maximumMarks is missing"),
  ])
  func `a rule for caching that is none is an error`(members: String, reason: String) {
    let json = """
      {"schemaVersion": 1, "date": "2026-11-21", "source": "s", "currency": "USD", "unit": "million tokens",
       "caching": [{"rule": "r", "minimumTokens": 1, "source": "s", \(members)}],
       "models": [{"model": "m", "provider": "p", "prices": {"input": "1"}, "source": {"record": "r"}}]}
      """
    let error = #expect(throws: CatalogueError.self) { try RateCatalogue(parsing: Array(json.utf8)) }
    #expect(error?.description == "rate \"r\": \(reason)")
  }
}
