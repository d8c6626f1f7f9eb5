import TarePricing
import TareText
import Testing

/// Lists of the form of LiteLLM's cost map, of our own writing.
struct CatalogueImportTests {
  private func imported(_ json: String, _ origin: CatalogueOrigin? = nil) throws -> ImportedCatalogue {
    try ImportedCatalogue(parsing: Array(json.utf8), origin: origin, date: #require(CalendarDate("2026-11-20")))
  }

  private func costMap(_ members: String) throws -> ImportedCatalogue {
    try imported(#"{"m": {"litellm_provider": "p", "mode": "chat", "input_cost_per_token": 1e-6, \#(members)}}"#)
  }

  @Test(arguments: [
    ("2.5e-06", "2.5"), ("0.0000025", "2.5"), ("25E-7", "2.5"), ("0.25e-5", "2.5"), ("1e-15", "0.000000001"),
    ("\"2.5e-06\"", "2.5"), ("0", "0"), ("0.0", "0"), ("1.00000000000000000000e-06", "1"), ("1e-6", "1"),
    ("0.1e+1", "1000000"), ("123456789.123456789e-15", "0.123456789123456789"),
  ])
  func `a price is the decimal number that stands there`(number: String, perMillion: String) throws {
    let imported = try costMap(#""output_cost_per_token": \#(number)"#)
    let output = try imported.catalogue.rate(for: "m").output
    let isHeld = perMillion.utf8.count < 12
    #expect(output?.perMillionText == (isHeld ? perMillion : nil))
    #expect(imported.leftOut.map(\.field) == (isHeld ? [] : ["output_cost_per_token"]))
  }

  @Test(arguments: [
    "-1e-6", "true", "[]", "{}", "\"\"", "\"1e\"", "\"1e-6 \"", "\"+1\"", "1e-99999999999999999999", "1e400", "1e-16",
    "\"0x1\"", "\"nan\"", "\"1e-6e\"", "99999999999999999999999999999999999999999999999999",
    "1\(String(repeating: "0", count: 400))",
  ])
  func `what is no price that can be held is left out with the reason`(number: String) throws {
    let imported = try costMap(#""output_cost_per_token": \#(number)"#)
    #expect(try imported.catalogue.rate(for: "m").output == nil)
    #expect(imported.leftOut.map(\.field) == ["output_cost_per_token"])
    guard case .unusable = imported.leftOut.first?.reason else {
      Issue.record("\(imported.leftOut)")
      return
    }
  }

  @Test func `thresholds, lifetimes, batches and limits find their places`() throws {
    let rate = try imported(
      """
      {"claude-x": {"litellm_provider": "p", "mode": "responses", "input_cost_per_token": 3e-06,
        "output_cost_per_token": 1.5e-05, "cache_read_input_token_cost": 3e-07,
        "cache_creation_input_token_cost": 3.75e-06, "cache_creation_input_token_cost_above_1hr": 6e-06,
        "input_cost_per_token_above_200k_tokens": 6e-06, "output_cost_per_token_above_200k_tokens": 2.25e-05,
        "cache_read_input_token_cost_above_200k_tokens": 6e-07,
        "cache_creation_input_token_cost_above_1hr_above_200k_tokens": 1.2e-05,
        "input_cost_per_token_batches": 1.5e-06, "output_cost_per_token_batches": 7.5e-06,
        "prompt_cache_min_tokens": 1024.0, "max_input_tokens": 200000, "max_output_tokens": 64000,
        "deprecation_date": "2027-01-31", "source": "https://prices.example"}}
      """
    ).catalogue.rate(for: "claude-x")
    #expect(rate.cacheWrites.map { "\($0.lifetime) \($0.price.perMillionText)" } == ["5m 3.75", "1h 6"])
    let short = rate.prices(forInput: 200_000)
    let long = rate.prices(forInput: 200_001)
    #expect([short.uncachedInput, short.cachedRead].map { $0?.perMillionText } == ["3", "0.3"])
    #expect([long.uncachedInput, long.cachedRead, long.output].map { $0?.perMillionText } == ["6", "0.6", "22.5"])
    #expect(long.write(for: .oneHour)?.perMillionText == "12")
    #expect(rate.batch?.output?.perMillionText == "7.5")
    #expect((rate.minimumCacheableTokens, rate.maximumInputTokens) == (1_024, 200_000))
    #expect((rate.retires?.description, rate.source.page) == ("2027-01-31", "https://prices.example"))
  }

  @Test func `a threshold is passed above it, and for xAI reached by it`() throws {
    for (provider, from) in [("p", 200_001), ("xai", 200_000)] {
      let rate = try imported(
        """
        {"m": {"litellm_provider": "\(provider)", "input_cost_per_token": 1e-6, "output_cost_per_token": 2e-6,
          "input_cost_per_token_above_200k_tokens": 2e-6}}
        """
      ).catalogue.rate(for: "m")
      #expect(rate.longContext.map(\.from) == [from])
      #expect(rate.longContext.first?.output?.perMillionText == "2")
    }
  }

  @Test func `a list by size gives the plain price and the tiers`() throws {
    let imported = try imported(
      """
      {"m": {"litellm_provider": "p", "mode": "chat", "tiered_pricing": [
        {"range": [0, 256000.0], "input_cost_per_token": 5e-08, "output_cost_per_token": 4e-07},
        {"range": [256000.0, 1e6], "input_cost_per_token": 2.5e-07, "output_cost_per_token": 2e-06, "x": 1}]}}
      """)
    let rate = try imported.catalogue.rate(for: "m")
    #expect(rate.input.perMillionText == "0.05")
    #expect(rate.longContext.map { "\($0.from) \($0.input.perMillionText)" } == ["256001 0.25"])
    #expect(imported.unknownFields.map(\.field) == ["tiered_pricing[].x"])
  }

  @Test func `cheaper hours are taken, with the days that have dear ones`() throws {
    let windows =
      #"[{"hours_utc": ["00:00-01:00", "04:00-00:00"], "weekdays": [1, 2, 3, 4, 5]}, "#
      + #"{"hours_utc": "00:00-00:00", "weekdays": [6, 7]}]"#
    let offPeak = #""input_cost_per_token": 5e-7, "output_cost_per_token": 1e-6, "cache_read_input_token_cost": 1e-7"#
    let imported = try costMap(#""off_peak_pricing": {\#(offPeak), "windows": \#(windows)}"#)
    let rate = try imported.catalogue.rate(for: "m")
    #expect(rate.offPeak?.peakDays == "weekdays")
    #expect(rate.offPeak?.peakHours == [1..<4])
    for (time, price) in [("2026-11-20T02", "1"), ("2026-11-20T04", "0.5"), ("2026-11-21T02", "0.5")] {
      #expect(try rate.at(#require(PriceTime(time))).input.perMillionText == price, "\(time)")
    }
  }

  @Test(arguments: [
    #"[{"hours_utc": "00:30-01:00"}]"#, #"[{"hours_utc": "x"}]"#, #"[{}]"#, "[]", #"[{"hours_utc": "00:00-00:00"}]"#,
    #"[{"hours_utc": "01:00-02:00", "weekdays": [1]}]"#, #"[{"hours_utc": "01:00-02:00", "weekdays": [8]}]"#, "7",
  ])
  func `hours that a rate cannot hold leave the dear price`(windows: String) throws {
    let imported = try costMap(#""off_peak_pricing": {"input_cost_per_token": 5e-7, "windows": \#(windows)}"#)
    #expect(try imported.catalogue.rate(for: "m").offPeak == nil)
    #expect(imported.leftOut.map(\.field) == ["off_peak_pricing"])
  }

  @Test func `every entry is a rate or refused, and every member that is not taken is listed`() throws {
    let imported = try imported(
      """
      {"sample_spec": {"mode": "one of"}, "a": {"mode": "chat", "input_cost_per_token": 0.0, "new_cost": 1},
       "picture": {"mode": "image_generation", "new_thing": 1}, "silent": {"mode": "chat"}, "number": 3,
       "A": {"input_cost_per_token": 1e-6, "supports_vision": true, "input_cost_per_token_flex": 1e-7},
       "b": {"input_cost_per_token": 1e-6, "new_cost": 1, "cache_creation_input_token_cost": 1e-6, "x": null}}
      """)
    #expect(imported.entryCount == 7)
    #expect(imported.catalogue.rates.map(\.model) == ["a", "b"])
    #expect(
      imported.refused.map { "\($0.name) \($0.reason)" } == [
        "sample_spec describes the file and is no model", "picture is of the mode image_generation",
        "silent has no price of an input token", "number is no entry of a model", "A has the name of an earlier entry",
      ])
    #expect(imported.free == ["a"])
    #expect(
      imported.unknownFields.map { "\($0.count) \($0.field) \($0.examples)" } == [
        #"2 new_cost ["a", "b"]"#, #"1 new_thing ["picture"]"#,
      ])
    #expect(imported.leftOut.map(\.field).contains("cache_creation_input_token_cost"))
  }

  @Test(arguments: ["", "{", "3", "{}", "[]", "[{}]", #"{"a": []}"#, #"[{"id": "p", "models": [{}, 3]}]"#])
  func `a file without a rate is an error`(json: String) {
    #expect(throws: ImportError.self) { try imported(json) }
  }

  @Test func `the shape has to be that of the origin that is named`() {
    #expect(throws: ImportError.self) { try imported(#"{"a": {"input_cost_per_token": 1e-6}}"#, .genaiPrices) }
    #expect(throws: ImportError.self) { try imported("[]", .litellm) }
  }

  @Test func `an entry with very many members is read in one go`() throws {
    let thresholds = (1...20_000).map { #""cache_read_input_token_cost_above_\#($0)k_tokens": 1e-7"# }
    let windows = Array(repeating: #""01:00-02:00""#, count: 10_000).joined(separator: ",")
    let days = Array(repeating: "1", count: 10_000).joined(separator: ",")
    let imported = try costMap(
      thresholds.joined(separator: ",")
        + #", "off_peak_pricing": {"windows": [{"hours_utc": [\#(windows)], "weekdays": [\#(days)]}]}"#)
    #expect(imported.leftOut.count == 20_001)
  }

  @Test func `deep and wide input is no harm`() throws {
    let deep = String(repeating: "[", count: 900) + String(repeating: "]", count: 900)
    let imported = try costMap(#""tiered_pricing": \#(deep), "off_peak_pricing": \#(deep), "source": \#(deep)"#)
    #expect(imported.catalogue.rates.count == 1)
  }
}
