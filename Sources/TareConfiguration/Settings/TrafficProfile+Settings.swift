import TarePricing

extension TrafficProfile {
  /// What is stated, as the keys and values of tare.yaml, in their order.
  var settings: [(key: String, value: String)] {
    var settings: [(String, String)] = []
    func add(_ key: String, _ value: String?) { if let value { settings.append((key, value)) } }
    if case .conversation(let turns) = shape {
      add("conversations-per-month", perMonth.map(String.init))
      add("turns", String(turns))
    } else {
      add("requests-per-month", perMonth.map(String.init))
    }
    add("calls-per-task", callsPerTask == 1 ? nil : String(callsPerTask))
    add("new-input-tokens", newInputTokens == 0 ? nil : String(newInputTokens))
    add("output-tokens", outputTokens.map(String.init))
    add("gaps", gaps?.description)
    add("cache", cache == .automatic ? nil : cache.description)
    add("batch", processing == .batch ? "true" : nil)
    add("tier", tier)
    add("retries", retriesPerMillion == 0 ? nil : "\(retriesPerMillion) in a million")
    return settings
  }
}
