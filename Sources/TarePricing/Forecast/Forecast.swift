/// What a scenario costs, line by line.
public struct Forecast: Sendable, Hashable {
  /// What it is a forecast of.
  public let scenario: ForecastScenario
  /// The lines, from the plain requests to the last overhead.
  public let lines: [ForecastLine]
  /// What the models' answers cost for one request, or task: what machines of one's own would replace.
  public let answerUSD: Fraction

  /// The forecast of a scenario.
  ///
  /// - Throws: ``ForecastError`` for a number that cannot be, and where the plain requests have no known price. Any other
  ///   price that is not known is a gap in its line, and never a saving.
  public init(_ scenario: ForecastScenario) throws(ForecastError) {
    try scenario.check()
    do {
      var bill = try RunningBill(scenario)
      lines = scenario.lineKinds.map { bill.add($0) }
      answerUSD = bill.answers.divided(by: bill.asked) ?? .zero
    } catch {
      throw ForecastError(scenario.name, error.description)
    }
    self.scenario = scenario
  }

  /// What the plain requests cost, which every percentage of the forecast is of.
  public var plainUSD: Fraction { lines.first?.total ?? .zero }
  /// What all of it costs.
  public var totalUSD: Fraction { lines.last?.total ?? .zero }

  /// What all of it costs for one request, or task; `nil` without any.
  public var usdPerRequest: Fraction? { totalUSD.divided(by: scenario.volume.total) }

  /// What all of it costs for one that succeeds; `nil` where nobody said how many do.
  public var usdPerSuccess: Fraction? {
    scenario.successShare.flatMap { totalUSD.divided(by: scenario.volume.total * $0) }
  }

  /// What is not known, line by line, each in a sentence without its full stop.
  public var gaps: [String] { lines.flatMap(\.gaps) }

  /// Whether every price is known.
  public var isComplete: Bool { lines.allSatisfy(\.gaps.isEmpty) }

  /// From how many requests in the period on machines of one's own are cheaper; `nil` where none are compared with or
  /// they never are.
  public var breakEvenRequests: Fraction? { scenario.selfHosting?.breakEvenRequests(against: answerUSD) }

  /// The same for a day.
  public var breakEvenRequestsPerDay: Fraction? { breakEvenRequests?.divided(by: scenario.volume.days) }
}

extension ForecastScenario {
  /// What is stated, in the order in which it multiplies or adds.
  var lineKinds: [ForecastLine.Kind] {
    [.requests] + tokenKinds + responseCaches.map { .responseCache($0) }
      + [retries.map { .retries($0) }].compactMap(\.self)
      + extraCalls.map { .extraCalls($0) } + work.map { .work($0) }
      + [priceDecline.map { .priceDecline($0) }].compactMap(\.self) + overheads.map { .overhead($0) }
  }

  /// What changes the requests that models get, or what these cost.
  private var tokenKinds: [ForecastLine.Kind] {
    [
      callsPerTask.map { .callsPerTask($0) }, inputCut.map { .inputCut($0) }, outputCut.map { .outputCut($0) },
      routing.map { .routing($0) }, promptCaching.map { .promptCaching($0) }, batchShare.map { .batch($0) },
    ].compactMap(\.self)
  }
}
