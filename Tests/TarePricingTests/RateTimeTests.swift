import TarePricing
import TareText
import Testing

struct RateTimeTests {
  private func rate(_ model: String, at time: String) throws -> Rate {
    try RateCatalogue.builtIn.rate(for: model).at(#require(PriceTime(time)))
  }

  @Test(arguments: [
    ("gemini-4-argon", "2026-11-30", "2", "0.1", "10"), ("gemini-4-argon", "2026-12-01", "4", "0.2", "20"),
    ("gemini-3.8-flash", "2026-12-31", "0.75", "0.075", "3.75"),
    ("gemini-3.8-flash", "2030-01-01", "1.5", "0.15", "7.5"),
    ("gpt-5.4", "2099-01-01", "2.5", "0.25", "15"),
    // A Friday: peak hours are those of weekdays.
    ("deepseek-v4-pro", "2026-11-20", "1.32", "0.044", "3.96"),
    ("deepseek-v4-pro", "2026-11-20T03", "1.32", "0.044", "3.96"),
    ("deepseek-v4-pro", "2026-11-20T04:00Z", "0.66", "0.022", "1.98"),
    ("deepseek-v4-pro", "2026-11-20T09", "1.32", "0.044", "3.96"),
    ("deepseek-v4-pro", "2026-11-21T09", "0.66", "0.022", "1.98"),
    ("deepseek-v4-flash", "2026-11-22T02:30", "0.15", "0.003", "0.6"),
    ("deepseek-v4-flash", "2026-11-23T01", "0.3", "0.006", "1.2"),
  ])
  func `a rate has the prices of its time`(model: String, time: String, input: String, cached: String, output: String)
    throws
  {
    let rate = try rate(model, at: time)
    #expect(rate.input.perMillionText == input)
    #expect(rate.cachedInput?.perMillionText == cached)
    #expect(rate.output?.perMillionText == output)
  }

  @Test func `what an announcement leaves out is not known from then on`() throws {
    #expect(try rate("gemini-4-argon", at: "2026-11-30").batch != nil)
    #expect(try rate("gemini-4-argon", at: "2026-12-01").batch == nil)
    #expect(try rate("gemini-3.8-flash", at: "2027-01-01").cacheStorage?.perMillionText == "1")
  }

  @Test func `taking the prices of a time twice changes nothing`() throws {
    for rate in try RateCatalogue.builtIn.rates {
      for time in ["2026-11-20", "2026-11-21T02", "2028-02-29T23:59Z"] {
        let time = try #require(PriceTime(time))
        #expect(rate.at(time).at(time) == rate.at(time), "\(rate.model)")
      }
    }
  }

  @Test(arguments: [
    ("2026-11-20", "2026-11-20"), ("2026-11-20T04", "2026-11-20T04Z"), ("2026-11-20T23:59:59Z", "2026-11-20T23Z"),
  ])
  func `a time is read and written`(text: String, written: String) {
    #expect(PriceTime(text)?.description == written)
  }

  @Test(arguments: [
    "", "T", "2026-11-20T", "2026-11-20T24", "2026-11-20T4", "2026-11-20T04:60", "2026-11-20T04:00:00:00",
    "2026-11-20T+4",
    "2026-11-20T04:00+01:00", "2026-11-31", "2026-11-20 04", "2026-11-20T04ZZ",
  ])
  func `what is no time is none`(text: String) {
    #expect(PriceTime(text) == nil)
  }
}
