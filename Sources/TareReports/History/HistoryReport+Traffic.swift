import TarePricing
import TareSavings
import TareText

extension HistoryReport {
  /// At most so many prompts are named for each way of sending them.
  private static let namedPrompts = 3

  /// How the prompts are taken to be sent, one sentence for each way.
  var trafficSentences: [String] {
    let paths = uses.traffic.keys.sorted()
    let profiles = paths.compactMap { uses.traffic[$0] }.reduce(into: [TrafficProfile]()) { profiles, profile in
      if !profiles.contains(profile) { profiles.append(profile) }
    }
    guard profiles.count > 1 else { return [Self.sentence(profiles.first ?? uses.model.traffic, of: [])] }
    let isPartial = uses.hasMonth && profiles.contains { $0.requestsPerMonth == nil }
    return profiles.map { profile in Self.sentence(profile, of: paths.filter { uses.traffic[$0] == profile }) }
      + (isPartial ? ["A month leaves out the prompts without a stated volume."] : [])
  }

  private static func sentence(_ profile: TrafficProfile, of paths: [String]) -> String {
    let names = paths.prefix(namedPrompts).map(shownName).joined(separator: ", ")
    let more = paths.count > namedPrompts ? " and \((paths.count - namedPrompts).grouped) more" : ""
    return "Traffic\(names.isEmpty ? "" : " of \(names)\(more)"): \(profile.parts.joined(separator: ", "))."
  }
}
