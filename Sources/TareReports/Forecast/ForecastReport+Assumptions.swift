import TarePricing
import TareText

extension ForecastReport {
  /// What the numbers rest on, one sentence each: every format prints them, with names as `shown` shows them.
  func assumptions(shown: (String) -> String) -> [String] {
    var sentences = [
      "Each line multiplies what the lines above leave, or adds to it: savings compound and are never added up."
    ]
    for sentence in forecasts.flatMap({ assumptions(of: $0.scenario, shown) }) where !sentences.contains(sentence) {
      sentences.append(sentence)
    }
    return sentences + priceSentences(shown)
  }

  private func assumptions(of scenario: ForecastScenario, _ shown: (String) -> String) -> [String] {
    scenario.prompts.map { prompt in
      "\(shown(prompt.path)) has \(prompt.tokens.grouped) tokens of \(shown(scenario.rate.model)) (\(prompt.basis)); they are among the input."
    }
      + [periodSentence(scenario), routingSentence(scenario)].compactMap(\.self)
      + scenario.lineSentences(shown)
      + (scenario.overheads.isEmpty ? ["No costs beside the models are stated, and none are taken."] : [])
  }

  private func periodSentence(_ scenario: ForecastScenario) -> String {
    let volume = scenario.volume
    switch volume.period {
    case .thousand: return "Nobody said how many requests there are: costs are those of 1,000."
    case .day, .month:
      let days = "\(volume.days.grouped) days"
      return volume.areDaysStated ? "A month has \(days), as stated." : "A month is taken to have \(days)."
    }
  }

  private func routingSentence(_ scenario: ForecastScenario) -> String? {
    guard case .mix(let routes) = scenario.routing else { return nil }
    let share = Fraction.sum(of: routes.map(\.share))
    guard let bound = Routing.mostTimesCheaper(share: share), share > .zero else { return nil }
    return
      "With \(share.sharePercent) of requests elsewhere, answers cannot become more than \(bound.grouped) times cheaper, whatever the other models cost."
  }

  /// The prices that were taken, and whose they are.
  private func priceSentences(_ shown: (String) -> String) -> [String] {
    var rates: [Rate] = []
    for rate in forecasts.flatMap(\.scenario.rates) where !rates.contains(rate) { rates.append(rate) }
    let stated = rates.filter(\.isStated).map { rate in
      let output = rate.output.map { " and \($0.perMillion) for output" } ?? ""
      return "Prices of \(shown(rate.model)) are as stated: \(rate.input.perMillion) a million for input\(output)."
    }
    let listed = rates.filter { !$0.isStated }
    return stated + listed.flatMap { $0.notices(at: time, catalogue: catalogue) }
      + (listed.isEmpty ? [] : [catalogue.sentence(at: time)])
  }
}

extension ForecastScenario {
  /// What single lines rest on.
  fileprivate func lineSentences(_ shown: (String) -> String) -> [String] {
    var sentences: [String] = []
    if rates.contains(where: { $0 != rate }), routing != nil {
      sentences.append("Other models are billed for as many tokens, though theirs may be counted otherwise.")
    }
    if retries != nil { sentences.append("A request that is made again costs as much each time.") }
    if batchShare != nil { sentences.append("Requests in batch have each model's own batch price.") }
    for cache in responseCaches where cache.lookup == nil {
      sentences.append("Looking in the \(shown(cache.name)) cache is taken to cost nothing.")
    }
    if !extraCalls.isEmpty { sentences.append("Calls besides a request are made whatever a cache answers.") }
    if priceDecline != nil { sentences.append("That prices decline is an expectation of whoever stated it.") }
    return sentences
  }
}
