/// Tokens of simulated requests that are all priced alike.
struct SimulatedTally {
  private(set) var uncached = 0
  private(set) var read = 0
  private(set) var written = 0
  private(set) var output = 0

  mutating func add(_ classes: InputClasses, output: Int) {
    uncached += classes.uncached
    read += classes.read
    written += classes.written
    self.output += output
  }

  static func + (left: SimulatedTally, right: SimulatedTally) -> SimulatedTally {
    var sum = left
    sum.uncached += right.uncached
    sum.read += right.read
    sum.written += right.written
    sum.output += right.output
    return sum
  }
}

/// The tallies of requests under each long-context tier of a rate, so that each is priced by its own.
struct TieredTally {
  private let rate: Rate
  /// Tallies of the plain prices and then of each tier.
  private var tallies: [SimulatedTally]

  init(_ rate: Rate) {
    self.rate = rate
    tallies = [SimulatedTally](repeating: SimulatedTally(), count: rate.longContext.count + 1)
  }

  mutating func add(_ classes: InputClasses, input: Int, output: Int) {
    let tier = rate.longContext.lastIndex { input >= $0.from }
    tallies[tier.map { $0 + 1 } ?? 0].add(classes, output: output)
  }

  var sum: SimulatedTally { tallies.reduce(SimulatedTally(), +) }

  /// What all of it costs; `lifetime` is that of written tokens.
  func cost(writtenFor lifetime: CacheLifetime?) throws(PricingError) -> Money {
    var total = Money.zero
    for (tally, from) in zip(tallies, [0] + rate.longContext.map(\.from)) {
      let prices = rate.prices(forInput: from)
      var charges = [
        ("input", tally.uncached, prices.uncachedInput), ("cached input", tally.read, prices.cachedRead),
        ("output", tally.output, prices.output),
      ]
      if let lifetime { charges.append(("cache write for \(lifetime)", tally.written, prices.write(for: lifetime))) }
      for (kind, tokens, price) in charges where tokens > 0 {
        guard let price else { throw .missingPrice(model: rate.model, kind: rate.kind(kind, from: from)) }
        do { total = try total + price * tokens } catch { throw .overflow }
      }
    }
    return total
  }
}

extension Rate {
  fileprivate func kind(_ kind: String, from: Int) -> String {
    from > 0 ? "\(kind) from \(from) input tokens on" : kind
  }
}
