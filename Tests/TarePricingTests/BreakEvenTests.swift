import TarePricing
import Testing

struct BreakEvenTests {
  @Test(arguments: [
    ("claude-sonnet-4-6", CacheLifetime.fiveMinutes, 217), ("claude-sonnet-5-5", .fiveMinutes, 208),
    ("claude-sonnet-4-6", .oneHour, 526), ("gpt-6-sol", .twelveHours, 625),
  ])
  func `writing pays from a share of hits on`(model: String, lifetime: CacheLifetime, thousandths: Int) throws {
    let rate = try RateCatalogue.builtIn.rate(for: model)
    #expect(rate.breakEvenHitsInThousandths(for: lifetime) == thousandths)
    // One more hit in a thousand than that is cheaper than no cache, one fewer is dearer.
    for (hits, isCheaper) in [(thousandths - 1, false), (thousandths + 1, true)] {
      let cached = try Usage(
        input: 0, counting: .excludesCached, cachedRead: hits, cacheWrites: [CacheWrite(1_000 - hits, for: lifetime)])
      let plain = try Usage(input: 1_000, counting: .includesCached)
      #expect(try (rate.cost(of: cached) < rate.cost(of: plain)) == isCheaper)
    }
  }

  @Test(arguments: [("gemini-2.5-pro", 40), ("gemini-3.1-pro-preview", 25), ("gemini-2.5-flash", 37)])
  func `storing pays from a number of requests an hour on`(model: String, tenths: Int) throws {
    #expect(try RateCatalogue.builtIn.rate(for: model).breakEvenRequestsPerHourInTenths == tenths)
  }

  @Test func `where a price is not known there is no break-even`() throws {
    let catalogue = try RateCatalogue.builtIn
    #expect(try catalogue.rate(for: "gpt-5.4").breakEvenHitsInThousandths(for: .fiveMinutes) == nil)
    #expect(try catalogue.rate(for: "gpt-5.4").breakEvenRequestsPerHourInTenths == nil)
    #expect(try catalogue.rate(for: "claude-sonnet-4-6").breakEvenHitsInThousandths(for: .thirtyMinutes) == nil)
  }
}
