import TarePricing
import TareText
import Testing

struct CacheTermsTests {
  static let terms: [CacheTerms] = [
    .none,
    .automatic(AutomaticCaching(minimumTokens: 1_024, granularity: 128)),
    .automatic(AutomaticCaching(minimumTokens: 2_048)),
    .automatic(AutomaticCaching(minimumTokens: -1, granularity: 0)),
    .breakpoints(BreakpointCaching(minimumTokens: 1_024, lookback: 20)),
    .breakpoints(BreakpointCaching(minimumTokens: 0, lookback: 0, lifetime: .oneHour)),
  ]
  static let edges = [Int.min, -1, 0, 1, 127, 128, 1_023, 1_024, 1_025, 2_048, 4_000, 1_000_000, Int.max]

  @Test(arguments: terms)
  func `what is uncached, read and written adds up to the input`(terms: CacheTerms) {
    for input in Self.edges {
      for cached in Self.edges {
        for marked in Self.edges.map(Optional.some) + [nil] {
          let usage = terms.usage(input: input, cachedPrefix: cached, markedPrefix: marked, output: -1)
          let written = usage.cacheWrites.reduce(0) { $0 + $1.tokens }
          #expect(min(usage.uncachedInput, usage.cachedRead, written, usage.output) >= 0)
          #expect(usage.totalInput == max(0, input))
          #expect(usage.cachedRead <= max(0, cached))
        }
      }
    }
  }

  @Test func `nothing below the minimum is read or written`() {
    for terms in Self.terms {
      guard let minimum = terms.minimumTokens, minimum > 0 else { continue }
      let short = terms.usage(input: minimum - 1, cachedPrefix: minimum - 1)
      #expect(short.uncachedInput == minimum - 1)
      #expect(terms.usage(input: minimum + 500, cachedPrefix: minimum - 1).cachedRead == 0)
      #expect(terms.usage(input: minimum + 500, cachedPrefix: minimum).cachedRead == minimum)
    }
  }

  @Test func `an automatic hit is a whole number of steps and writing is free`() {
    let usage = Self.terms[1].usage(input: 2_000, cachedPrefix: 1_500, output: 3)
    #expect((usage.uncachedInput, usage.cachedRead, usage.output) == (592, 1_408, 3))
    #expect(usage.cacheWrites.isEmpty)
    #expect(Self.terms[2].usage(input: 3_000, cachedPrefix: 2_501).cachedRead == 2_501)
  }

  @Test func `what stands between the entry and the last mark is written, and what follows is input`() {
    let usage = Self.terms[4].usage(input: 3_000, cachedPrefix: 2_000, markedPrefix: 2_900)
    #expect((usage.uncachedInput, usage.cachedRead) == (100, 2_000))
    #expect(usage.cacheWrites == [CacheWrite(900, for: .fiveMinutes)])
    let first = Self.terms[4].usage(input: 3_000, cachedPrefix: 0)
    #expect(first.cacheWrites == [CacheWrite(3_000, for: .fiveMinutes)])
    let unmarked = Self.terms[4].usage(input: 3_000, cachedPrefix: 2_000, markedPrefix: 900)
    #expect((unmarked.uncachedInput, unmarked.cachedRead) == (1_000, 2_000))
  }

  @Test func `a prefix is forgotten exactly at the end of its lifetime`() {
    #expect(!Self.terms[1].isCold(afterSeconds: 299))
    #expect(Self.terms[1].isCold(afterSeconds: 300))
    #expect(!CacheTerms.none.isCold(afterSeconds: .max))
  }
}

struct RateCacheTermsTests {
  private let catalogue: RateCatalogue

  init() throws { catalogue = try RateCatalogue.builtIn }

  @Test(arguments: [
    ("gpt-5.4", CacheTerms.automatic(AutomaticCaching(minimumTokens: 1_024, granularity: 128))),
    ("gemini-2.5-pro", .automatic(AutomaticCaching(minimumTokens: 2_048))),
    ("claude-haiku-4-5", .breakpoints(BreakpointCaching(minimumTokens: 4_096, lookback: 20))),
    ("gpt-6.1-sol", .breakpoints(BreakpointCaching(minimumTokens: 1_024, lifetime: .thirtyMinutes))),
    ("gpt-4", .none), ("text-embedding-3-small", .none),
  ])
  func `a model has its provider's terms`(model: String, terms: CacheTerms) throws {
    #expect(try catalogue.rate(for: model).cacheTerms() == terms)
  }

  @Test func `a lifetime is one that the model has`() throws {
    let sonnet = try catalogue.rate(for: "claude-sonnet-4-6")
    #expect(try sonnet.cacheTerms(for: .oneHour).lifetime == .oneHour)
    let error = #expect(throws: CacheTermsError.self) { try sonnet.cacheTerms(for: .twelveHours) }
    #expect(error?.description == "claude-sonnet-4-6 has no cache lifetime of 12h; there is 5m, 1h")
    #expect(throws: CacheTermsError.self) { try catalogue.rate(for: "gpt-4").cacheTerms(for: .oneHour) }
    let day = try #require(CacheLifetime("24h"))
    #expect(try catalogue.rate(for: "gpt-5.4").cacheTerms(for: day).lifetime == day)
    #expect(try catalogue.rate(for: "gpt-5.5").cacheLifetimes == [day])
  }

  @Test func `every rate whose cached price is known has terms, and every class of them has a price`() throws {
    for rate in catalogue.rates {
      let terms = try rate.cacheTerms()
      #expect((terms == .none) == (rate.cachedInput == nil), "\(rate.model)")
      for lifetime in rate.cacheLifetimes {
        let usage = try rate.cacheTerms(for: lifetime).usage(input: 9_000, cachedPrefix: 8_000, output: 10)
        #expect(try rate.cost(of: usage) > .zero, "\(rate.model)")
      }
    }
  }

  @Test(arguments: [
    (#""caching": "x""#, "rate \"m\": caching names no rule: \"x\""),
    (#""caching": 1"#, "rate \"m\": caching is no string"),
  ])
  func `a rule that is not there is an error`(member: String, message: String) {
    let json = """
      {"schemaVersion": 1, "date": "2026-11-20", "source": "own", "currency": "USD", "unit": "million tokens",
       "models": [{"model": "m", "provider": "p", \(member), "prices": {"input": "1"}, "source": {"record": "r"}}]}
      """
    let error = #expect(throws: CatalogueError.self) { try RateCatalogue(parsing: Array(json.utf8)) }
    #expect(error?.description == message)
  }
}
