import TarePricing
import TareText

extension ForecastLine {
  /// What the line is called, with a name of somebody's as `shown` shows it.
  func title(_ shown: (String) -> String) -> String {
    switch kind {
    case .requests: "requests"
    case .callsPerTask: "calls per task"
    case .inputCut: "input cut"
    case .outputCut: "output cut"
    case .routing(.mix): "routes"
    case .routing(.cascade): "cascade"
    case .promptCaching: "prompt cache"
    case .batch: "batch"
    case .responseCache(let cache): cache.name.hasSuffix("cache") ? shown(cache.name) : "\(shown(cache.name)) cache"
    case .retries: "retries"
    case .extraCalls(let calls): shown(calls.name)
    case .work(let work): shown(work.name)
    case .priceDecline: "price decline"
    case .overhead(let overhead): shown(overhead.name)
    }
  }

  /// What it multiplies or adds, in the numbers of `scenario`.
  func detail(in scenario: ForecastScenario) -> String {
    switch kind {
    case .requests: scenario.requestsDetail
    case .callsPerTask(let calls): "each task takes \(calls.grouped) requests"
    case .inputCut(let share): cutDetail(share, of: scenario.inputTokens, "input")
    case .outputCut(let share): cutDetail(share, of: scenario.outputTokens, "output")
    case .routing(let routing): routing.detail(own: shownName(scenario.rate.model))
    case .promptCaching(let caching): caching.detail(of: scenario.rate)
    case .batch(let share): "\(share.sharePercent) of requests wait for a batch"
    case .responseCache(let cache): cache.detail
    case .retries(let retries):
      "\(retries.share.sharePercent) made again \(retries.average.decimalText(places: 4)) times on average: × \(retries.multiplier.decimalText(places: 6))"
    case .extraCalls(let calls):
      "\(calls.perRequest.grouped) call\(calls.perRequest == .one ? "" : "s") for each request\(calls.price.detail)"
    case .work(let work): work.detail
    case .priceDecline(let decline):
      "\(decline.annualShare.sharePercent) a year for \(decline.months.grouped) months: × \(decline.factor.decimalText(places: 6))"
    case .overhead(let overhead): overhead.amount.detail(scenario.unit)
    }
  }

  private func cutDetail(_ share: Fraction, of tokens: Fraction, _ kind: String) -> String {
    "\(share.sharePercent) of the \(kind) tokens: \(tokens.grouped) become \((tokens * (.one - share)).grouped)"
  }
}

extension ForecastScenario {
  fileprivate var requestsDetail: String {
    let prices = rate.prices(forInput: inputTokens.roundedUp)
    let input = "\(inputTokens.grouped) input tokens" + atPrice(prices.uncachedInput)
    let output = "\(outputTokens.grouped) output tokens" + atPrice(prices.output)
    let count =
      switch volume.period {
      case .day: "\(volume.requests.grouped) a day × \(volume.days.grouped) days"
      case .month, .thousand: volume.requests.grouped
      }
    return "\(count) × (\(input) + \(output)) a million"
  }
}

private func atPrice(_ price: TokenPrice?) -> String { price.map { " at \($0.perMillion)" } ?? "" }

extension Routing {
  fileprivate func detail(own: String) -> String {
    let names = routes.map(\.target.words)
    let left = visits.own.sharePercent
    switch self {
    case .mix:
      let parts = zip(routes, names).map { "\($0.share.sharePercent) to \($1)" }
      return (parts + ["\(left) to \(own)"]).joined(separator: ", ")
    case .cascade:
      let parts = zip(routes, names).map { "\($1) answers \($0.share.sharePercent)" }
      return parts.joined(separator: ", then ") + "; \(left) are paid for again with \(own)"
    }
  }
}

extension Route.Target {
  fileprivate var words: String {
    switch self {
    case .model(let rate): shownName(rate.model)
    case .priceRatio(let ratio): "a model at \(ratio.decimalText(places: 6)) times the price"
    }
  }
}

extension PromptCaching {
  fileprivate func detail(of rate: Rate) -> String {
    let lifetime = lifetime ?? rate.cacheLifetimes.first
    let write = lifetime.flatMap { rate.prices(forInput: 0).write(for: $0) }
    let others = write.map { ", the others write them at \($0.perMillion)" } ?? ""
    let read = tokensRead(of: rate)
    let tokens = read == prefixTokens ? read.grouped : "\(read.grouped) of \(prefixTokens.grouped)"
    let found = "\(hitShare.sharePercent) of requests find \(tokens) tokens in the cache"
    return found + atPrice(rate.cachedInput) + others
  }
}

extension ResponseCache {
  fileprivate var detail: String {
    "answers \(hitShare.sharePercent) of what comes to it" + (lookup.map { "; each look-up\($0.detail)" } ?? "")
  }
}

extension CallPrice {
  /// What one costs, or of what.
  fileprivate var detail: String {
    switch basis {
    case .usd(let usd): return " at \(usd.dollars)"
    case .tokens(let rate, let input, let output):
      let prices = rate.prices(forInput: input.roundedUp)
      let answer = output == .zero ? "" : " + \(output.grouped) output tokens" + atPrice(prices.output)
      return ": \(input.grouped) input tokens" + atPrice(prices.uncachedInput) + answer
        + " a million (\(shownName(rate.model)))"
    }
  }
}

extension PeriodicWork {
  fileprivate var detail: String {
    let noun = kind == .embedding ? "texts" : "cases"
    return "\(items.grouped) \(noun) × \(runs.grouped) a month\(price.detail)"
  }
}

extension Overhead.Amount {
  fileprivate func detail(_ unit: String) -> String {
    switch self {
    case .share(let share, of: .requests): "\(share.sharePercent) of the first line"
    case .share(let share, of: .subtotal): "\(share.sharePercent) of what stands above the overheads"
    case .usd: "as stated"
    case .usdPerRequest(let usd): "\(usd.dollars) for each \(unit)"
    }
  }
}
