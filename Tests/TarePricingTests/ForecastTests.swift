import TarePricing
import Testing

struct ForecastTests {
  private func scenario(_ model: String = "gpt-5.4", input: Int = 2_000, output: Int = 500) throws -> ForecastScenario {
    ForecastScenario(
      rate: try RateCatalogue.builtIn.rate(for: model), inputTokens: Fraction(input), outputTokens: Fraction(output),
      volume: RequestVolume(Fraction(1_000), in: .day))
  }

  private func share(_ text: String) throws -> Fraction { try Fraction(share: text) }

  @Test func `without a volume costs are those of a thousand requests, and no month is made up`() throws {
    var scenario = try scenario()
    scenario.volume = .thousand
    let usage = try Usage(input: 2_000, counting: .includesCached, output: 500)
    #expect(try Forecast(scenario).totalUSD == Fraction(try scenario.rate.cost(of: usage) * 1_000))
    scenario.selfHosting = SelfHosting(fixedUSD: .one)
    let error = #expect(throws: ForecastError.self) { try Forecast(scenario) }
    #expect(error?.description == "a cost of the month needs requests-per-day or requests-per-month")
  }

  @Test(arguments: ["claude-sonnet-4-6", "gpt-5.4", "gpt-6.1-sol", "claude-haiku-4-5", "gemini-2.5-pro"])
  func `a prompt cache costs what the provider bills, for a hit and for a miss`(model: String) throws {
    let prefix = 1_536
    for hit in [true, false] {
      var scenario = try scenario(model)
      scenario.promptCaching = PromptCaching(prefixTokens: prefix, hitShare: hit ? .one : .zero)
      let terms = try scenario.rate.cacheTerms(marks: .system)
      let usage = terms.usage(input: 2_000, cachedPrefix: hit ? prefix : 0, markedPrefix: prefix, output: 500)
      #expect(try Forecast(scenario).usdPerRequest == Fraction(try scenario.rate.cost(of: usage)), "\(model) \(hit)")
    }
  }

  @Test func `a prefix below the model's minimum is not cached, and that is said`() throws {
    var scenario = try scenario("claude-haiku-4-5")
    scenario.promptCaching = PromptCaching(prefixTokens: 1_500, hitShare: .one)
    let forecast = try Forecast(scenario)
    #expect(forecast.totalUSD == forecast.plainUSD)
    #expect(forecast.lines[1].notes == ["claude-haiku-4-5 remembers no prefix of 1,500 tokens"])
  }

  @Test func `a batch has the model's own price, and where none is known nothing is saved`() throws {
    var known = try scenario("gpt-4o")
    known.batchShare = .one
    let forecast = try Forecast(known)
    #expect(forecast.totalUSD * Fraction(2) == forecast.plainUSD)
    let rate = try #require(try RateCatalogue.builtIn.rates.first { $0.batch == nil && $0.output != nil })
    var unknown = try scenario(rate.model)
    unknown.batchShare = .one
    let unsaved = try Forecast(unknown)
    #expect(unsaved.totalUSD == unsaved.plainUSD)
    #expect(unsaved.gaps == ["\(rate.model) has no known price for input in batch"])
    #expect(!unsaved.isComplete)
    unknown.batchShare = .zero
    #expect(try Forecast(unknown).isComplete)
  }

  @Test func `work with no known price is missing from the total, and that is said`() throws {
    var scenario = try scenario()
    let embedder = try RateCatalogue.builtIn.rate(for: "text-embedding-3-small")
    scenario.work = [
      PeriodicWork(
        name: "judge", kind: .evaluation, items: .one, runs: .one,
        price: CallPrice(of: embedder, input: .one, output: .one))
    ]
    let forecast = try Forecast(scenario)
    #expect(forecast.totalUSD == forecast.plainUSD)
    #expect(forecast.gaps == ["text-embedding-3-small has no known price for output"])
    scenario.rate = embedder
    #expect(throws: ForecastError.self) { try Forecast(scenario) }
  }

  @Test func `requests in batch read no prompt cache, and that is said`() throws {
    var scenario = try scenario("gpt-4o")
    scenario.promptCaching = PromptCaching(prefixTokens: 1_536, hitShare: .one)
    scenario.batchShare = .one
    let forecast = try Forecast(scenario)
    #expect(forecast.totalUSD * Fraction(2) == forecast.plainUSD)
    #expect(forecast.lines.last?.notes == ["requests in batch read no prompt cache: no price is known for that"])
  }

  @Test func `a request that is longer than its model takes is noted`() throws {
    var scenario = try scenario(input: 300_000, output: 200_000)
    scenario.routing = .mix([Route(to: .model(try RateCatalogue.builtIn.rate(for: "gpt-5.4-mini")), share: .one)])
    let notes = try Forecast(scenario).lines.map(\.notes)
    #expect(notes[0] == ["gpt-5.4 gives at most 128,000 output tokens, and a request has 200,000"])
    #expect(notes[1].first == "gpt-5.4-mini takes at most 272,000 input tokens, and a request has 300,000")
  }

  @Test func `a long request has the prices of its tier`() throws {
    let long = try scenario(input: 300_000)
    let usage = try Usage(input: 300_000, counting: .includesCached, output: 500)
    #expect(try Forecast(long).usdPerRequest == Fraction(try long.rate.cost(of: usage)))
  }

  @Test func `what a cascade does not answer is paid for by every model it came to`() throws {
    var scenario = try scenario()
    let mini = try RateCatalogue.builtIn.rate(for: "gpt-5.4-mini")
    let nano = try RateCatalogue.builtIn.rate(for: "gpt-5.4-nano")
    scenario.routing = .cascade([
      Route(to: .model(nano), share: try share("50%")), Route(to: .model(mini), share: try share("40%")),
    ])
    let usage = try Usage(input: 2_000, counting: .includesCached, output: 500)
    let costs = try [nano, mini, scenario.rate].map { Fraction(try $0.cost(of: usage)) }
    let expected = try costs[0] + costs[1] * share("50%") + costs[2] * share("30%")
    #expect(try Forecast(scenario).usdPerRequest == expected)
  }

  @Test func `a look-up is paid for by every request that comes to the cache`() throws {
    var scenario = try scenario()
    let lookup = CallPrice(usd: try share("0.001"))
    scenario.responseCaches = [
      ResponseCache(name: "exact", hitShare: try share("20%")),
      ResponseCache(name: "semantic", hitShare: try share("50%"), lookup: lookup),
    ]
    let forecast = try Forecast(scenario)
    #expect(try forecast.usdPerRequest == share("0.0125") * share("40%") + share("0.0008"))
    #expect(try forecast.answerUSD == share("0.005"))
  }

  @Test func `at the break-even machines of one's own cost what the answers cost`() throws {
    var scenario = try scenario()
    scenario.selfHosting = SelfHosting(fixedUSD: Fraction(22_000), usdPerRequest: try share("0.001"))
    let forecast = try Forecast(scenario)
    let requests = try #require(forecast.breakEvenRequests)
    #expect(scenario.selfHosting?.usd(for: requests) == forecast.answerUSD * requests)
    scenario.selfHosting = SelfHosting(fixedUSD: .one, usdPerRequest: forecast.answerUSD)
    #expect(try Forecast(scenario).breakEvenRequests == nil)
  }

  @Test func `what it costs once is paid back by what is saved a day`() throws {
    var cheaper = try scenario()
    cheaper.name = "cheaper"
    cheaper.inputCut = try share("50%")
    cheaper.oneOffUSD = Fraction(100)
    let comparison = try ForecastComparison([try scenario(), cheaper])
    // Half of 2,000 tokens at $2.50 a million is saved a thousand times a day.
    #expect(comparison.paybackDays(of: comparison.forecasts[1]) == Fraction(40))
    #expect(try ForecastComparison([cheaper]).paybackDays(of: Forecast(cheaper)) == Fraction(40))
  }

  @Test func `scenarios of different periods are not compared`() throws {
    var other = try scenario()
    other.volume = .thousand
    #expect(throws: ForecastError.self) { try ForecastComparison([try scenario(), other]) }
    #expect(throws: ForecastError.self) { try ForecastComparison([]) }
  }

  @Test func `a rule of thumb is followed only by its name`() throws {
    var scenario = try scenario()
    scenario.overheads = [OverheadPreset.naiveToReal.overhead]
    let forecast = try Forecast(scenario)
    #expect(forecast.totalUSD == forecast.plainUSD * Fraction(4))
  }

  /// A change that makes a scenario impossible, and what is said of it.
  struct Mistake: Sendable {
    let reason: String
    let change: @Sendable (inout ForecastScenario) -> Void
  }

  static let mistakes: [Mistake] = [
    Mistake(reason: "input-cut is 1.1, and has to be from 0 to 1, or 0% to 100%") {
      $0.inputCut = ForecastLawTests.share("110%")
    },
    Mistake(reason: "input-tokens is -1, and has to be 0 or more") { $0.inputTokens = Fraction(-1) },
    Mistake(reason: "days is 0, and has to be above") { $0.volume = RequestVolume(.one, in: .day, days: .zero) },
    Mistake(reason: "success-rate is 0, and no cost is that of a success then") { $0.successShare = .zero },
    Mistake(reason: "the shares of the mix are above 100% together") {
      $0.routing = .mix(["60%", "41%"].map { Route(to: .priceRatio(.one), share: ForecastLawTests.share($0)) })
    },
    Mistake(reason: "the prefix of the prompt cache has 2,001 tokens, and a request has 2,000 of input") {
      $0.promptCaching = PromptCaching(prefixTokens: 2_001, hitShare: .one)
    },
    Mistake(reason: "gpt-5.4 has no cache lifetime of 12h; there is 5m, 24h") {
      $0.promptCaching = PromptCaching(prefixTokens: 2_000, hitShare: .one, lifetime: .twelveHours)
    },
    Mistake(reason: "a decline of prices is for 0 to 1200 months") {
      $0.priceDecline = PriceDecline(annualShare: .zero, months: -1)
    },
  ]

  @Test(arguments: mistakes)
  func `numbers that cannot be are errors`(mistake: Mistake) throws {
    var scenario = try scenario()
    mistake.change(&scenario)
    let error = #expect(throws: ForecastError.self) { try Forecast(scenario) }
    #expect(error?.reason == mistake.reason)
  }
}
