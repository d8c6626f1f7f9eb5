import TarePricing
import TareText
import Testing

struct CatalogueWritingTests {
  @Test func `what is written is read as the same rates, and written again as the same bytes`() throws {
    for catalogue in [try RateCatalogue.builtIn, try imported().catalogue] {
      let read = try RateCatalogue(parsing: Array(catalogue.json.utf8))
      #expect(read.rates == catalogue.rates)
      #expect((read.date, read.source) == (catalogue.date, catalogue.source))
      #expect(read.json == catalogue.json)
    }
  }

  @Test func `names and sources of any text come back`() throws {
    let json = #"{"a \"quoted\"\u0000\n/ü": {"input_cost_per_token": 1e-6, "source": "\u001b[31m"}}"#
    let imported = try ImportedCatalogue(parsing: Array(json.utf8), date: #require(CalendarDate("2026-11-20")))
    let read = try RateCatalogue(parsing: Array(imported.catalogue.json.utf8))
    #expect(read.rates == imported.catalogue.rates)
    #expect(read.rates.first?.model == "a \"quoted\"\u{0}\n/ü")
  }

  @Test func `a catalogue is the same as itself, and a figure that is changed is the difference`() throws {
    let catalogue = try RateCatalogue.builtIn
    let same = CatalogueComparison(catalogue, with: catalogue, on: catalogue.date)
    #expect(same.pairs.count == catalogue.rates.count)
    #expect(same.different.isEmpty && same.onlyHere.isEmpty && same.onlyThere.isEmpty)
    let other = try imported().catalogue
    let comparison = CatalogueComparison(catalogue, with: other, on: catalogue.date)
    #expect(comparison.pairs.map(\.there) == ["gpt-5.4"])
    #expect(
      comparison.different.first?.differences.map { "\($0.field) \($0.here) \($0.there)" } == ["input 2.5 9"])
    #expect(comparison.onlyThere == ["other/gpt-5", "grok-4.7", "deepseek/x"])
    #expect(comparison.onlyHere.count == catalogue.rates.count - 1)
  }

  @Test func `an imported rate of a known model keeps the provider's rule for caching`() throws {
    let own = try RateCatalogue.builtIn.adding(imported().catalogue)
    #expect(try own.rate(for: "gpt-5.4").cacheRule?.name == RateCatalogue.builtIn.rate(for: "gpt-5.4").cacheRule?.name)
    #expect(try own.rate(for: "other/gpt-5").cacheRule == nil)
    #expect(try own.rate(for: "grok-4.7").cacheRule == nil)
  }

  private func imported() throws -> ImportedCatalogue {
    let json = """
      {"gpt-5.4": {"litellm_provider": "openai", "input_cost_per_token": 9e-6, "cache_read_input_token_cost": 2.5e-7},
       "other/gpt-5": {"litellm_provider": "other", "input_cost_per_token": 1e-6},
       "grok-4.7": {"litellm_provider": "resale", "input_cost_per_token": 1e-6, "output_cost_per_token": 5e-6,
         "input_cost_per_token_above_200k_tokens": 2e-6, "cache_read_input_token_cost_above_200k_tokens": 2e-7},
       "deepseek/x": {"litellm_provider": "deepseek", "input_cost_per_token": 1e-6, "off_peak_pricing": {
         "input_cost_per_token": 5e-7, "output_cost_per_token": 5e-7, "cache_read_input_token_cost": 5e-8,
         "windows": [{"hours_utc": "22:00-02:00"}]}}}
      """
    return try ImportedCatalogue(parsing: Array(json.utf8), date: #require(CalendarDate("2026-11-20")))
  }
}
