import TareJSON

/// The rules for caching of a catalogue file, and whose they are.
struct CacheRules {
  private var rules: [String: CacheRule] = [:]
  /// The rule of each provider, for models that name none.
  private var ruleOfProvider: [String: String] = [:]

  /// - Parameter others: Rules that the file may name without having them.
  init(_ root: JSONValue, besides others: [CacheRule]) throws(CatalogueError) {
    for value in root["caching"]?.elements ?? [] {
      let entry = CatalogueEntry(value, name: value["rule"]?.string ?? "rule \(rules.count + 1)")
      let name = try entry.text("rule")
      guard rules.updateValue(try entry.cacheRule(name), forKey: name) == nil else { throw .duplicateName(name) }
    }
    rules.merge(others.map { ($0.name, $0) }) { own, _ in own }
    for value in root["providers"]?.elements ?? [] {
      let entry = CatalogueEntry(value, name: value["provider"]?.string ?? "provider")
      ruleOfProvider[try entry.text("provider")] = try entry.optionalText("caching")
    }
  }

  /// The rule that a model's entry names, or else its provider's; `nil` where neither names one.
  func rule(of model: CatalogueEntry) throws(CatalogueError) -> CacheRule? {
    let own = try model.optionalText("caching")
    let provider = try model.text("provider")
    guard let named = own ?? ruleOfProvider[provider] else { return nil }
    guard let rule = rules[named] else { throw model.error("caching", "names no rule: \"\(named)\"") }
    return rule
  }
}

extension CatalogueEntry {
  fileprivate func cacheRule(_ name: String) throws(CatalogueError) -> CacheRule {
    CacheRule(
      name: name, kind: try cacheRuleKind(), minimumTokens: try count("minimumTokens"),
      isAssumed: try optionalTruth("assumed") ?? false, source: try text("source"))
  }

  private func cacheRuleKind() throws(CatalogueError) -> CacheRule.Kind {
    switch try text("kind") {
    case "automatic":
      let lifetimes = try texts("lifetimes").compactMap { CacheLifetime($0) }
      guard !lifetimes.isEmpty, lifetimes.count == (try texts("lifetimes").count) else {
        throw error("lifetimes", "is no list of minutes such as 30m or hours such as 12h")
      }
      return .automatic(granularity: try count("granularity"), lifetimes: lifetimes)
    case "breakpoints":
      return .breakpoints(maximumMarks: try count("maximumMarks"), lookback: try optionalCount("lookback"))
    default:
      throw error("kind", "is neither automatic nor breakpoints")
    }
  }
}
