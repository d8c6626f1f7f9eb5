import TarePricing
import TareText
import Testing

/// Lists of the form of genai-prices' data, of our own writing.
struct PriceListImportTests {
  private func imported(_ models: String, at day: String = "2026-11-20") throws -> ImportedCatalogue {
    let json = #"[{"id": "house", "model_match": {"starts_with": "own-"}, "models": [\#(models)]}]"#
    return try ImportedCatalogue(parsing: Array(json.utf8), date: #require(CalendarDate(day)))
  }

  private func rate(_ prices: String, at day: String = "2026-11-20", more: String = "") throws -> Rate {
    try imported(#"{"id": "own-m", "match": {"equals": "own-m"}, "prices": \#(prices)\#(more)}"#, at: day)
      .catalogue.rate(for: "own-m")
  }

  @Test func `a name alone means the model of the provider that says so`() throws {
    let imported = try imported(
      """
      {"id": "own-m", "match": {"or": [{"equals": "own-m-1"}, {"equals": "else"}, {"starts_with": "own-m-"}]},
       "prices": {"input_mtok": 1}},
      {"id": "other", "match": {"equals": "own-m-1"}, "prices": {"input_mtok": 2}}
      """)
    for name in ["house/own-m", "own-m", "OWN-M-1", "house/else"] {
      #expect(try imported.catalogue.rate(for: name).input.perMillionText == "1", "\(name)")
    }
    #expect(throws: UnknownModel.self) { try imported.catalogue.rate(for: "else") }
    #expect(imported.leftOut.map(\.field) == ["alias", "match.starts_with"])
  }

  @Test func `one provider is read as a list of one`() throws {
    let provider = #"{"id": "p", "models": [{"id": "m", "prices": {"input_mtok": 1}}]}"#
    let day = try #require(CalendarDate("2026-11-20"))
    let one = try ImportedCatalogue(parsing: Array(provider.utf8), date: day)
    let list = try ImportedCatalogue(parsing: Array("[\(provider)]".utf8), date: day)
    #expect(one.origin == .genaiPrices)
    #expect(one.catalogue == list.catalogue)
  }

  @Test func `tiers hold above their start, and a price without tiers holds in all of them`() throws {
    let rate = try rate(
      """
      {"input_mtok": {"base": 3, "tiers": [{"start": 200000, "price": 6}]}, "output_mtok": 15,
       "cache_read_mtok": {"base": 0.3, "tiers": [{"start": 200000, "price": 0.6}]},
       "cache_write_5m_mtok": 3.75, "cache_write_1h_mtok": {"base": 6, "tiers": [{"start": 200000, "price": 12}]}}
      """)
    #expect(rate.prices(forInput: 200_000).uncachedInput?.perMillionText == "3")
    let long = rate.prices(forInput: 200_001)
    #expect([long.uncachedInput, long.cachedRead, long.output].map { $0?.perMillionText } == ["6", "0.6", "15"])
    #expect(long.cacheWrites.map { "\($0.lifetime) \($0.price.perMillionText)" } == ["5m 3.75", "1h 12"])
  }

  @Test(arguments: [
    ("2026-03-12", "5", "7"), ("2026-03-13", "6", "7"), ("2026-12-31", "6", "7"), ("2027-01-01", "7", "7"),
  ])
  func `the price of the day holds, and later ones are announced`(day: String, now: String, later: String) throws {
    let rate = try rate(
      """
      [{"prices": {"input_mtok": 5}}, {"constraint": {"start_date": "2026-03-13"}, "prices": {"input_mtok": 6}},
       {"constraint": {"start_date": "2027-01-01"}, "prices": {"input_mtok": 7}}]
      """, at: day)
    #expect(rate.input.perMillionText == now)
    #expect(try rate.at(#require(PriceTime("2027-06-01"))).input.perMillionText == later)
  }

  @Test func `of prices by the hour the dear ones hold, and cheap ones at their hours`() throws {
    let rate = try rate(
      """
      [{"prices": {"input_mtok": 1, "cache_read_mtok": 0.1, "output_mtok": 2}},
       {"constraint": {"start_time": "06:00:00Z", "end_time": "10:00:00Z"},
        "prices": {"input_mtok": 2, "cache_read_mtok": 0.2, "output_mtok": 4}}]
      """)
    #expect(rate.input.perMillionText == "2")
    #expect(rate.offPeak?.peakHours == [6..<10])
    #expect(try rate.at(#require(PriceTime("2026-11-21T10"))).input.perMillionText == "1")
    let parts = try self.rate(
      """
      [{"prices": {"input_mtok": 1}},
       {"constraint": {"start_time": "00:30:00Z", "end_time": "16:30:00Z"}, "prices": {"input_mtok": 2}}]
      """)
    #expect((parts.input.perMillionText, parts.offPeak) == ("2", nil))
  }

  @Test func `of variants a rate holds those of batches`() throws {
    let rate = try rate(
      #"{"input_mtok": 2, "output_mtok": 4}"#,
      more: """
        , "price_variants": [{"when": {"processing": "batch"}, "prices": {"input_mtok": 1, "output_mtok": 2}},
          {"when": {"processing": "batch"}, "constraint": {"start_date": "2027-01-01"}, "prices": {"input_mtok": 9}},
          {"when": {"service_tier": "flex"}, "prices": {"input_mtok": 1.5}}, {}, 3]
        """)
    #expect(rate.batch?.input.perMillionText == "1")
    #expect(rate.batch?.output?.perMillionText == "2")
  }

  @Test func `what is not known is listed with its place`() throws {
    let imported = try imported(
      """
      {"id": "own-m", "new": 1, "prices": {"input_mtok": 1, "input_smell_mtok": 2, "input_audio_mtok": 3,
       "output_mtok": {"base": 1, "tiers": [], "more": 1}}}, {"id": "own-n", "prices": {}}
      """)
    #expect(
      imported.unknownFields.map(\.field) == ["new", "prices.input_smell_mtok", "prices.output_mtok.more"])
    #expect(imported.refused.map(\.name) == ["house/own-n"])
  }

  @Test(arguments: [
    "null", "3", "[3]", "[{}]", #"[{"prices": 3}]"#, #"{"input_mtok": {"tiers": []}}"#, #"{"input_mtok": -1}"#,
    #"{"input_mtok": {"base": 1, "tiers": [{}]}}"#,
    #"[{"constraint": {"start_date": "2026"}, "prices": {"input_mtok": 1}}]"#,
    #"[{"constraint": {"start_time": "01:00", "end_time": "02:00"}, "prices": {"input_mtok": 1}}]"#,
  ])
  func `prices of another form are refused`(prices: String) throws {
    let imported = try imported(
      #"{"id": "own-m", "prices": \#(prices)}, {"id": "own-n", "prices": {"input_mtok": 1}}"#)
    #expect(imported.refused.map(\.name) == ["house/own-m"])
  }
}
