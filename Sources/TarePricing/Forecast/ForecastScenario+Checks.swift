import TareText

extension ForecastScenario {
  /// - Throws: ``ForecastError`` for the first number that cannot be: a share outside 0 to 100 %, a negative count,
  ///   shares of a mix above the whole, a prefix longer than its request, monthly work without a month.
  func check() throws(ForecastError) {
    try checkLengths()
    try checkRequests()
    try checkRouting()
    try checkCaches()
    try checkExtras()
    try checkPeriod()
  }

  /// Nobody writes more by hand, and a product of a few dozen numbers stays small.
  private static let longest = 50

  private func checkLengths() throws(ForecastError) {
    let lists = [
      ("routes", routing?.routes.count ?? 0), ("response caches", responseCaches.count),
      ("calls besides each request", extraCalls.count), ("embeddings and evaluations", work.count),
      ("overheads", overheads.count),
    ]
    guard let long = lists.first(where: { $0.1 > Self.longest }) else { return }
    throw error("there are \(long.1) \(long.0), and there may be \(Self.longest)")
  }

  private func checkRequests() throws(ForecastError) {
    try checkNumber("input-tokens", inputTokens)
    try checkNumber("output-tokens", outputTokens)
    try checkNumber("the number of requests", volume.requests)
    try checkNumber("days", volume.days)
    try checkNumber("calls-per-task", callsPerTask)
    try checkShare("input-cut", inputCut)
    try checkShare("output-cut", outputCut)
    try checkShare("the share in batch", batchShare)
    try checkShare("success-rate", successShare)
    if volume.days == .zero { throw error("days is 0, and has to be above") }
    if successShare == .zero { throw error("success-rate is 0, and no cost is that of a success then") }
  }

  private func checkRouting() throws(ForecastError) {
    for route in routing?.routes ?? [] {
      try checkShare("the share of a route", route.share)
      if case .priceRatio(let ratio) = route.target { try checkNumber("the price ratio of a route", ratio) }
    }
    if case .mix(let routes) = routing, Fraction.sum(of: routes.map(\.share)) > .one {
      throw error("the shares of the mix are above 100% together")
    }
  }

  private func checkCaches() throws(ForecastError) {
    for cache in responseCaches {
      try checkShare("the hit rate of the \(cache.name) cache", cache.hitShare)
      if let lookup = cache.lookup { try check(lookup, of: "the look-up in the \(cache.name) cache") }
    }
    guard let promptCaching else { return }
    try checkShare("the hit rate of the prompt cache", promptCaching.hitShare)
    try checkNumber("the prefix of the prompt cache", Fraction(promptCaching.prefixTokens))
    if let lifetime = promptCaching.lifetime, !rate.cacheLifetimes.contains(lifetime) {
      throw error(CacheTermsError(model: rate.model, lifetime: lifetime, known: rate.cacheLifetimes).description)
    }
    let input = inputTokens * (.one - (inputCut ?? .zero))
    guard Fraction(promptCaching.prefixTokens) > input else { return }
    throw error(
      "the prefix of the prompt cache has \(promptCaching.prefixTokens.grouped) tokens, and a request has \(input.groupedText(places: input.exactPlaces(upTo: 3))) of input"
    )
  }

  private func checkExtras() throws(ForecastError) {
    try checkShare("the retry rate", retries?.share)
    try checkNumber("the average of retries", retries?.average)
    for calls in extraCalls {
      try checkNumber("the number of calls for \(calls.name)", calls.perRequest)
      try check(calls.price, of: calls.name)
    }
    for work in work {
      try checkNumber("the number of items of \(work.name)", work.items)
      try checkNumber("the number of runs of \(work.name)", work.runs)
      try check(work.price, of: work.name)
    }
    for overhead in overheads { try checkNumber("the overhead \"\(overhead.name)\"", overhead.amount.number) }
    try checkNumber("the fixed cost of machines", selfHosting?.fixedUSD)
    try checkNumber("the machines' cost of a request", selfHosting?.usdPerRequest)
    try checkNumber("one-off-usd", oneOffUSD)
  }

  private func checkPeriod() throws(ForecastError) {
    try checkShare("the decline of prices", priceDecline?.annualShare)
    if let priceDecline, !(0...PriceDecline.mostMonths ~= priceDecline.months) {
      throw error("a decline of prices is for 0 to \(PriceDecline.mostMonths) months")
    }
    let isMonthly =
      !work.isEmpty || selfHosting != nil || oneOffUSD != nil || overheads.contains { $0.amount.isForThePeriod }
    guard isMonthly, volume.period == .thousand else { return }
    throw error("a cost of the month needs requests-per-day or requests-per-month")
  }

  private func check(_ price: CallPrice, of name: String) throws(ForecastError) {
    switch price.basis {
    case .usd(let usd): try checkNumber("the price of \(name)", usd)
    case .tokens(_, let input, let output):
      try checkNumber("the input of \(name)", input)
      try checkNumber("the output of \(name)", output)
    }
  }

  private func checkShare(_ name: String, _ share: Fraction?) throws(ForecastError) {
    guard let share, share.isNegative || share > .one else { return }
    throw error("\(name) is \(share.decimalText(places: 9)), and has to be from 0 to 1, or 0% to 100%")
  }

  private func checkNumber(_ name: String, _ number: Fraction?) throws(ForecastError) {
    guard let number, number.isNegative else { return }
    throw error("\(name) is \(number.decimalText(places: 9)), and has to be 0 or more")
  }

  private func error(_ reason: String) -> ForecastError { ForecastError(name, reason) }
}

extension Overhead.Amount {
  fileprivate var number: Fraction {
    switch self {
    case .share(let number, _), .usd(let number), .usdPerRequest(let number): number
    }
  }

  fileprivate var isForThePeriod: Bool {
    if case .usd = self { return true }
    return false
  }
}
