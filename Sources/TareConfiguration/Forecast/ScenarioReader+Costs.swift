import TarePricing

extension ScenarioReader {
  /// What is done besides answering.
  func readWork(_ settings: ScenarioSettings, into scenario: inout ForecastScenario) throws(ConfigurationError) {
    if let object = try settings["retries"]?.scenarioObject(.retries) {
      scenario.retries = Retries(
        share: try object.required(object.share("rate"), "rate"),
        average: try object.required(object.decimal("average"), "average"))
    }
    for object in try settings["extra-calls"]?.scenarioObjects(.extraCalls) ?? [] {
      scenario.extraCalls.append(
        ExtraCalls(
          name: try name(of: object), perRequest: try object.required(object.decimal("calls"), "calls"),
          price: try rates.callPrice(in: object)))
    }
    for object in try settings["embeddings"]?.scenarioObjects(.embedding) ?? [] {
      scenario.work.append(try embedding(object))
    }
    for object in try settings["evaluations"]?.scenarioObjects(.evaluation) ?? [] {
      scenario.work.append(
        PeriodicWork(
          name: try name(of: object), kind: .evaluation, items: try object.required(object.decimal("cases"), "cases"),
          runs: try object.required(object.decimal("runs"), "runs"), price: try rates.callPrice(in: object)))
    }
  }

  private func embedding(_ object: SettingObject) throws(ConfigurationError) -> PeriodicWork {
    guard let rate = try rates.rate(in: object) else {
      throw ConfigurationError(object.place, "model is missing: one of the catalogue, or input-per-million")
    }
    return PeriodicWork(
      name: try name(of: object), kind: .embedding, items: try object.required(object.decimal("items"), "items"),
      runs: try object.required(object.decimal("runs"), "runs"),
      price: CallPrice(of: rate, input: try object.required(object.decimal("tokens"), "tokens")))
  }

  /// What comes on top, and what it is compared with.
  func readMoney(_ settings: ScenarioSettings, into scenario: inout ForecastScenario) throws(ConfigurationError) {
    if let object = try settings["price-decline"]?.scenarioObject(.priceDecline) {
      scenario.priceDecline = PriceDecline(
        annualShare: try object.required(object.share("annual"), "annual"),
        months: try object.required(object.number("months"), "months"))
    }
    for object in try settings["overheads"]?.scenarioObjects(.overhead) ?? [] {
      scenario.overheads.append(Overhead(name: try name(of: object), amount: try amount(of: object)))
    }
    if let preset = settings["preset"] {
      scenario.overheads.append(try preset.choice(OverheadPreset.self).overhead)
    }
    scenario.successShare = try settings["success-rate"]?.share()
    scenario.oneOffUSD = try settings["one-off-usd"]?.decimal()
    if let object = try settings["self-host"]?.scenarioObject(.selfHosting) {
      scenario.selfHosting = SelfHosting(
        fixedUSD: try object.required(object.decimal("usd"), "usd"),
        usdPerRequest: try object.decimal("usd-per-request") ?? .zero)
    }
  }

  private func amount(of object: SettingObject) throws(ConfigurationError) -> Overhead.Amount {
    let base = try object["of"]?.choice(Overhead.Base.self)
    let stated: [Overhead.Amount?] = [
      try share(of: object, base: base), try object.decimal("usd").map { .usd($0) },
      try object.decimal("usd-per-request").map { .usdPerRequest($0) },
    ]
    let amounts = stated.compactMap(\.self)
    guard amounts.count == 1, (base == nil) == (object["share"] == nil) else {
      throw ConfigurationError(object.place, "an overhead has a share and what it is of, or usd, or usd-per-request")
    }
    return amounts[0]
  }

  private func share(of object: SettingObject, base: Overhead.Base?) throws(ConfigurationError) -> Overhead.Amount? {
    guard let base, let share = try object["share"]?.multiple() else { return nil }
    return .share(share, of: base)
  }

  private func name(of object: SettingObject) throws(ConfigurationError) -> String {
    try object.required(object.text("name"), "name")
  }
}
