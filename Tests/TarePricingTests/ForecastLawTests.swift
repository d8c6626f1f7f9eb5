import TarePricing
import Testing

/// What holds for a forecast whatever is stated: tried on every set of the things that a scenario can have.
struct ForecastLawTests {
  /// Something that a scenario can have.
  struct Part: Sendable {
    let name: String
    /// Whether it can only save.
    let isSaving: Bool
    let add: @Sendable (inout ForecastScenario) -> Void
  }

  static let parts: [Part] = [
    Part(name: "cuts", isSaving: true) { ($0.inputCut, $0.outputCut) = (share("60%"), share("12.5%")) },
    Part(name: "mix", isSaving: true) {
      $0.routing = .mix([
        Route(to: .priceRatio(share("5%")), share: share("30%")), Route(to: .model(cheap), share: share("40%")),
      ])
    },
    Part(name: "batch", isSaving: true) { $0.batchShare = share("0.25") },
    Part(name: "caches", isSaving: true) {
      $0.responseCaches = ["30%", "40%"].map { ResponseCache(name: $0, hitShare: share($0)) }
    },
    Part(name: "decline", isSaving: true) { $0.priceDecline = PriceDecline(annualShare: share("40%"), months: 18) },
    Part(name: "calls", isSaving: false) { $0.callsPerTask = Fraction(8) },
    Part(name: "retries", isSaving: false) { $0.retries = Retries(share: share("8%"), average: share("2.1")) },
    Part(name: "guardrails", isSaving: false) {
      $0.extraCalls = [ExtraCalls(name: "g", perRequest: .one, price: CallPrice(usd: share("0.0001")))]
    },
    Part(name: "overheads", isSaving: false) {
      $0.overheads = [
        Overhead(name: "a", amount: .share(share("15%"), of: .requests)),
        Overhead(name: "b", amount: .share(share("10%"), of: .subtotal)), Overhead(name: "c", amount: .usd(.one)),
      ]
    },
  ]

  static let sets = Array(0..<(1 << parts.count))

  static func scenario(_ set: Int) -> ForecastScenario {
    var scenario = plain
    for (index, part) in parts.enumerated() where set >> index & 1 == 1 { part.add(&scenario) }
    return scenario
  }

  static let forecasts = sets.compactMap { try? Forecast(scenario($0)) }

  static let plain = ForecastScenario(
    rate: stated("main", "2.5", "10"), inputTokens: Fraction(2_000), outputTokens: Fraction(500),
    volume: RequestVolume(Fraction(50_000), in: .day))
  static let cheap = stated("cheap", "0.15", "0.6")

  static func stated(_ name: String, _ input: String, _ output: String) -> Rate {
    guard let input = try? TokenPrice(perMillion: input), let output = try? TokenPrice(perMillion: output),
      let half = try? TokenPrice(perMillion: "0.05")
    else { preconditionFailure("the prices of this test are decimals") }
    return Rate(stated: name, input: input, output: output, batch: PlainPrices(statedInput: half, output: half))
  }

  static func share(_ text: String) -> Fraction { (try? Fraction(share: text)) ?? .zero }

  @Test func `lines begin with the plain requests, add up to the total, and none leads below 0`() throws {
    for forecast in Self.forecasts {
      #expect(forecast.plainUSD == Fraction(15_000))
      #expect(Fraction.sum(of: forecast.lines.map(\.effect)) == forecast.totalUSD)
      #expect(forecast.lines.allSatisfy { !$0.total.isNegative })
      #expect(forecast.isComplete)
    }
  }

  @Test func `what saves never raises the total, and what comes on top never lowers it`() throws {
    let totals = Self.forecasts.map(\.totalUSD)
    try #require(totals.count == Self.sets.count)
    for (index, part) in Self.parts.enumerated() {
      for set in Self.sets where set >> index & 1 == 0 {
        let (without, with) = (totals[set], totals[set | 1 << index])
        #expect(part.isSaving ? with <= without : with >= without, "\(part.name) on \(set)")
      }
    }
  }

  @Test func `with every share 0 the total is that of the plain requests`() throws {
    var scenario = Self.plain
    (scenario.inputCut, scenario.outputCut, scenario.batchShare) = (.zero, .zero, .zero)
    scenario.routing = .mix([Route(to: .model(Self.cheap), share: .zero)])
    scenario.promptCaching = PromptCaching(prefixTokens: 2_000, hitShare: .zero)
    scenario.responseCaches = [ResponseCache(name: "exact", hitShare: .zero)]
    scenario.retries = Retries(share: .zero, average: Fraction(9))
    scenario.priceDecline = PriceDecline(annualShare: .zero, months: 7)
    scenario.overheads = [Overhead(name: "a", amount: .share(.zero, of: .subtotal))]
    let forecast = try Forecast(scenario)
    #expect(forecast.totalUSD == forecast.plainUSD)
    #expect(forecast.lines.count == 10)
  }

  @Test func `savings compound, in whatever order`() throws {
    let shares = ["30%", "40%", "50%"].map { Self.share($0) }
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
      var scenario = Self.plain
      scenario.responseCaches = order.map { ResponseCache(name: "\($0)", hitShare: shares[$0]) }
      #expect(try Forecast(scenario).totalUSD == Fraction(15_000) * Self.share("21%"))
    }
  }

  @Test func `numbers of as many digits as can be read are held exactly`() throws {
    let nines = String(repeating: "9", count: 30)
    let (large, small) = (try Fraction(decimal: "\(nines).\(nines)"), try Fraction(decimal: "0.\(nines)"))
    var scenario = Self.plain
    (scenario.inputTokens, scenario.outputTokens) = (large, large)
    scenario.volume = RequestVolume(large, in: .day, days: large)
    (scenario.inputCut, scenario.outputCut, scenario.batchShare) = (small, small, small)
    scenario.callsPerTask = large
    scenario.responseCaches = (0..<10).map { ResponseCache(name: "\($0)", hitShare: small) }
    scenario.priceDecline = PriceDecline(annualShare: small, months: 119)
    let forecast = try Forecast(scenario)
    #expect(Fraction.sum(of: forecast.lines.map(\.effect)) == forecast.totalUSD)
    #expect(!forecast.totalUSD.isNegative)
  }
}
