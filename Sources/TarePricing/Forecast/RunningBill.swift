import TareText

/// The cost of a scenario while its lines are added to it, from top to bottom.
///
/// ```
/// total = (requests × reaching × Σ parts + added) × prices + overheads
/// ```
/// Shares multiply what the lines above have left; so savings compound, and none takes off what another has.
struct RunningBill {
  /// What is asked for: requests, or tasks.
  let asked: Fraction
  /// How many requests they take.
  private(set) var requests: Fraction
  /// How the requests that a model gets divide.
  private var parts: [RequestPart]
  /// What one that a model gets costs: the sum of the parts.
  private var unitUSD: Fraction
  /// How many requests a model gets for each one: below 1 where answers are given again, above where tries are.
  private var reaching = Fraction.one
  /// What is paid besides, in dollars.
  private var added = Fraction.zero
  /// What a dollar of these is when prices have fallen.
  private var prices = Fraction.one
  private var overheads = Fraction.zero
  /// What the lines so far come to.
  private var lastTotal = Fraction.zero
  /// The first line.
  private let plain: Fraction
  private var gaps: [String] = []
  private var notes: [String] = []

  init(_ scenario: ForecastScenario) throws(PricingError) {
    asked = scenario.volume.total
    requests = asked
    let part = RequestPart(
      share: .one, rate: scenario.rate, ratio: .one, input: scenario.inputTokens, output: scenario.outputTokens)
    parts = [part]
    unitUSD = try part.usd()
    plain = requests * unitUSD
  }

  /// What the models' answers cost, without anything besides.
  var answers: Fraction { requests * reaching * unitUSD * prices }

  private var subtotal: Fraction { answers + added * prices }

  /// Adds a line. Where a price is not known, the line leaves the cost as it is and says so.
  mutating func add(_ kind: ForecastLine.Kind) -> ForecastLine {
    let before = lastTotal
    (gaps, notes) = ([], [])
    let unchanged = self
    do {
      try apply(kind)
      lastTotal = subtotal + overheads
    } catch {
      self = unchanged
      gaps = [error.description]
    }
    return ForecastLine(kind: kind, effect: lastTotal - before, total: lastTotal, gaps: gaps, notes: notes)
  }

  private mutating func apply(_ kind: ForecastLine.Kind) throws(PricingError) {
    switch kind {
    case .requests: noteLimits()
    case .callsPerTask(let calls): requests = requests * calls
    case .inputCut(let share): try cut { $0.input = $0.input * (.one - share) }
    case .outputCut(let share): try cut { $0.output = $0.output * (.one - share) }
    case .routing(let routing):
      try divide(parts.flatMap { Self.routed($0, routing) })
      noteLimits()
    case .promptCaching(let caching): try cache(caching)
    case .batch(let share): try divide(parts.flatMap { batched($0, share) })
    case .responseCache(let cache): try give(cache)
    case .retries(let retries): reaching = reaching * retries.multiplier
    case .extraCalls(let calls): added = try added + requests * calls.perRequest * calls.price.usd()
    case .work(let work): added = try added + work.usd()
    case .priceDecline(let decline): prices = prices * decline.factor
    case .overhead(let overhead): overheads = overheads + usd(of: overhead.amount)
    }
  }

  private mutating func cut(_ change: (inout RequestPart) -> Void) throws(PricingError) {
    var parts = parts
    for index in parts.indices { change(&parts[index]) }
    try divide(parts)
  }

  /// Takes requests to divide into other parts.
  private mutating func divide(_ parts: [RequestPart]) throws(PricingError) {
    var sum = Fraction.zero
    for part in parts { sum = try sum + part.usd() }
    (self.parts, unitUSD) = (parts, sum)
  }

  private static func routed(_ part: RequestPart, _ routing: Routing) -> [RequestPart] {
    let visits = routing.visits
    var own = part
    own.share = part.share * visits.own
    return zip(routing.routes, visits.routes).map { part.routed(to: $0.target, share: $1) } + [own]
  }

  private func usd(of amount: Overhead.Amount) -> Fraction {
    switch amount {
    case .share(let share, of: .requests): share * plain
    case .share(let share, of: .subtotal): share * subtotal
    case .usd(let usd): usd
    case .usdPerRequest(let usd): usd * asked
    }
  }
}

extension RunningBill {
  /// Lets each part read what its model remembers, where that and its price are known.
  private mutating func cache(_ caching: PromptCaching) throws(PricingError) {
    var parts = parts
    for index in parts.indices where parts[index].share > .zero {
      guard caching.isCached(by: parts[index].rate) else {
        note("\(parts[index].rate.model) remembers no prefix of \(caching.prefixTokens.grouped) tokens")
        continue
      }
      let uncached = parts[index]
      parts[index].caching = caching
      do { _ = try parts[index].usd() } catch {
        parts[index] = uncached
        gap(error)
      }
    }
    try divide(parts)
  }

  /// A share of the part in batch, at the model's own batch price where that is known.
  private mutating func batched(_ part: RequestPart, _ batchShare: Fraction) -> [RequestPart] {
    var (waiting, standard) = (part, part)
    (waiting.processing, waiting.caching) = (.batch, nil)
    waiting.share = part.share * batchShare
    standard.share = part.share * (.one - batchShare)
    do { _ = try waiting.usd() } catch {
      gap(error)
      return [part]
    }
    if part.caching != nil, batchShare > .zero {
      note("requests in batch read no prompt cache: no price is known for that")
    }
    return [standard, waiting]
  }

  /// Every request that comes to the cache pays for the look-up; its share goes no further.
  private mutating func give(_ cache: ResponseCache) throws(PricingError) {
    if let lookup = cache.lookup { added = try added + requests * reaching * lookup.usd() }
    reaching = reaching * (.one - cache.hitShare)
  }

  /// Says which requests are longer than their model takes.
  private mutating func noteLimits() {
    for part in parts where part.share > .zero {
      let rate = part.rate
      if let limit = rate.maximumInputTokens, part.input > Fraction(limit) {
        note(
          "\(rate.model) takes at most \(limit.grouped) input tokens, and a request has \(part.input.groupedText(places: 0))"
        )
      }
      if let limit = rate.maximumOutputTokens, part.output > Fraction(limit) {
        note(
          "\(rate.model) gives at most \(limit.grouped) output tokens, and a request has \(part.output.groupedText(places: 0))"
        )
      }
    }
  }

  private mutating func gap(_ error: PricingError) {
    if !gaps.contains(error.description) { gaps.append(error.description) }
  }

  private mutating func note(_ sentence: String) {
    if !notes.contains(sentence) { notes.append(sentence) }
  }
}
