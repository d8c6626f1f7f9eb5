import TarePricing
import Testing

struct CacheLifetimeTests {
  @Test(arguments: [("5m", 300), ("30m", 1_800), ("1h", 3_600), ("12h", 43_200)])
  func `a cache lifetime is read and written`(text: String, seconds: Int) throws {
    let lifetime = try #require(CacheLifetime(text))
    #expect(lifetime.seconds == seconds)
    #expect(lifetime.description == text)
  }

  @Test(arguments: ["", "m", "0m", "-1h", "5", "5s", "99999999999999999999h", "5 m"])
  func `what is no cache lifetime is none`(text: String) {
    #expect(CacheLifetime(text) == nil)
  }
}
