import TarePricing

/// What a scenario writes, over what all scenarios of a file share.
struct ScenarioSettings {
  let own: SettingObject
  let shared: SettingObject

  /// Keys that together say what answers, so that a model of one place never has prices of the other.
  static let modelKeys = ["model"] + ScenarioObject.priceKeys.map(\.name)
  /// Keys that together say how many requests there are.
  static let volumeKeys = ["requests-per-day", "requests-per-month"]

  subscript(name: String) -> SettingNode? { own[name] ?? shared[name] }

  func required(_ name: String) throws(ConfigurationError) -> SettingNode {
    guard let node = self[name] else { throw ConfigurationError(own.place, "\(name) is missing") }
    return node
  }

  /// Where keys stand that only mean something together: the scenario where it has one of them.
  func holder(ofAny keys: [String]) -> SettingObject { keys.contains { own[$0] != nil } ? own : shared }
}
