import TarePricing
import TareText

/// Reads scenarios that share what stands above them.
struct ScenarioReader {
  let rates: ScenarioRates
  /// What answers where neither a scenario nor what it shares names a model.
  let defaultModel: Rate?
  let shared: SettingObject
  /// What the paths of prompts begin in.
  let folder: LexicalPath
  let counting: ScenarioFile.PromptCounting

  /// The scenario that a mapping writes; what it leaves out is what is shared.
  func scenario(_ own: SettingObject) throws(ConfigurationError) -> ForecastScenario {
    let settings = ScenarioSettings(own: own, shared: shared)
    guard let rate = try rates.rate(in: settings.holder(ofAny: ScenarioSettings.modelKeys)) ?? defaultModel else {
      throw ConfigurationError(own.place, "model is missing: one of the catalogue, or input-per-million and its like")
    }
    let prompts = try prompts(settings, of: rate)
    var scenario = ForecastScenario(
      name: try own["name"]?.text(), rate: rate, inputTokens: try inputTokens(settings, prompts),
      outputTokens: try settings.required("output-tokens").decimal(), volume: try volume(settings))
    scenario.prompts = prompts
    try readTokens(settings, into: &scenario)
    try readCaches(settings, into: &scenario)
    try readWork(settings, into: &scenario)
    try readMoney(settings, into: &scenario)
    do { _ = try Forecast(scenario) } catch { throw ConfigurationError(own.place, error.reason) }
    return scenario
  }

  private func inputTokens(
    _ settings: ScenarioSettings, _ prompts: [CountedPrompt]
  ) throws(ConfigurationError) -> Fraction {
    let counted = Fraction.sum(of: prompts.map { Fraction($0.tokens) })
    guard settings["input-tokens"] != nil || prompts.isEmpty else { return counted }
    return try settings.required("input-tokens").decimal() + counted
  }

  /// The prompts with the tokens that they have for the scenario's model.
  private func prompts(
    _ settings: ScenarioSettings, of rate: Rate
  ) throws(ConfigurationError) -> [CountedPrompt] {
    var prompts: [CountedPrompt] = []
    for path in try settings["prompts"]?.texts() ?? [] {
      do {
        prompts.append(try counting(LexicalPath(path.value, in: folder).description, rate))
      } catch {
        throw ConfigurationError(path.place, "\(error)")
      }
    }
    return prompts
  }

  private func volume(_ settings: ScenarioSettings) throws(ConfigurationError) -> RequestVolume {
    let holder = settings.holder(ofAny: ScenarioSettings.volumeKeys)
    let days = try settings["days"]?.decimal()
    let (daily, monthly) = (try holder.decimal("requests-per-day"), try holder.decimal("requests-per-month"))
    switch (daily, monthly) {
    case (nil, nil):
      guard days == nil else {
        throw ConfigurationError(holder.place, "days says how long a month is; requests-per-day is missing")
      }
      return .thousand
    case (.some(let requests), nil): return RequestVolume(requests, in: .day, days: days)
    case (nil, .some(let requests)): return RequestVolume(requests, in: .month, days: days)
    case (.some, .some):
      throw ConfigurationError(holder.place, "requests-per-day and requests-per-month are both there; give one")
    }
  }

  private func readTokens(
    _ settings: ScenarioSettings, into scenario: inout ForecastScenario
  ) throws(ConfigurationError) {
    scenario.callsPerTask = try settings["calls-per-task"]?.decimal()
    scenario.inputCut = try settings["input-cut"]?.share()
    scenario.outputCut = try settings["output-cut"]?.share()
    scenario.batchShare = try settings["batch"]?.share()
    let (mix, cascade) = (settings["routes"], settings["cascade"])
    if let mix, cascade != nil { throw mix.error("routes and cascade are both there; a scenario has one of them") }
    if let mix { scenario.routing = .mix(try routes(mix)) }
    if let cascade { scenario.routing = .cascade(try routes(cascade)) }
  }

  private func routes(_ node: SettingNode) throws(ConfigurationError) -> [Route] {
    try node.scenarioObjects(.route).map { object throws(ConfigurationError) in
      let share = try object.required(object.share("share"), "share")
      let rate = try rates.rate(in: object)
      let ratio = try object.decimal("price-ratio")
      switch (rate, ratio) {
      case (.some(let rate), nil): return Route(to: .model(rate), share: share)
      case (nil, .some(let ratio)): return Route(to: .priceRatio(ratio), share: share)
      default: throw ConfigurationError(object.place, "a route has a model or a price-ratio")
      }
    }
  }

  private func readCaches(
    _ settings: ScenarioSettings, into scenario: inout ForecastScenario
  ) throws(ConfigurationError) {
    if let object = try settings["prompt-cache"]?.scenarioObject(.promptCache) {
      scenario.promptCaching = PromptCaching(
        prefixTokens: try object.required(object.number("prefix-tokens"), "prefix-tokens"),
        hitShare: try object.required(object.share("hit-rate"), "hit-rate"), lifetime: try lifetime(in: object))
    }
    for object in try settings["response-caches"]?.scenarioObjects(.responseCache) ?? [] {
      let lookup = try object["lookup"]?.scenarioObject(.lookup)
      scenario.responseCaches.append(
        ResponseCache(
          name: try object.required(object.text("name"), "name"),
          hitShare: try object.required(object.share("hit-rate"), "hit-rate"),
          lookup: try lookup.map { lookup throws(ConfigurationError) in try rates.callPrice(in: lookup) }))
    }
  }

  private func lifetime(in object: SettingObject) throws(ConfigurationError) -> CacheLifetime? {
    guard let node = object["lifetime"] else { return nil }
    guard let lifetime = CacheLifetime(try node.text()) else {
      throw node.error("lifetime takes minutes such as 30m or hours such as 12h, and here is \"\(try node.text())\"")
    }
    return lifetime
  }
}
