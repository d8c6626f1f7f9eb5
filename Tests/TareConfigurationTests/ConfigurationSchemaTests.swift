import Foundation
import TareJSON
import TareText
import Testing

@testable import TareConfiguration

struct ConfigurationSchemaTests {
  static let keys = ConfigurationObject.allCases.flatMap { object in object.keys.map { (object, $0.name) } }

  /// YAML in which an object of that kind stands.
  private func yaml(_ object: ConfigurationObject, _ pairs: [(String, String)]) -> String {
    let mapping = "{\(pairs.map { "\($0): \($1)" }.joined(separator: ", "))}"
    return switch object {
    case .settings: mapping
    case .override: "overrides: [\(mapping)]"
    case .budget: "budgets: [\(mapping)]"
    case .waiver: "waivers: [\(mapping)]"
    case .rule: "rules: [\(mapping)]"
    case .replacement: "rules: [{code: ACME1, name: a, pattern: a, message: b, fix: \(mapping)}]"
    case .trafficProfile: "traffic: {a.md: \(mapping)}"
    case .gate: "gates: [\(mapping)]"
    case .rates: "rates: \(mapping)"
    case .rate: rates(model: mapping)
    case .ratePrices: rates(model: "{model: m, provider: p, prices: \(mapping)}")
    case .plainPrices: rates("batch: \(mapping)")
    case .cacheWrite: rates("cacheWrites: [\(mapping)]")
    case .longContextTier: rates("longContext: [\(mapping)]")
    case .offPeakPrices: rates("offPeak: \(mapping)")
    case .peakHours: rates("offPeak: {input: 1, cachedInput: 1, output: 1, outside: \(mapping)}")
    case .priceChange: rates("changes: [\(mapping)]")
    case .requestLimits: rates("limits: \(mapping)")
    case .rateSource: rates("source: \(mapping)")
    case .cacheRule: rates(model: Self.plainModel, ", caching: [\(mapping)]")
    case .providerNames: rates(model: Self.plainModel, ", providers: [\(mapping)]")
    }
  }

  private static let plainModel = "{model: m, provider: p, prices: {input: 1}}"

  private func rates(_ member: String) -> String {
    rates(model: "{model: m, provider: p, prices: {input: 1}, \(member)}")
  }

  private func rates(model: String, _ more: String = "") -> String {
    "rates: {date: 2026-11-21, models: [\(model)]\(more)}"
  }

  private func required(_ object: ConfigurationObject, but name: String) -> [(String, String)] {
    object.keys.filter { $0.isRequired && $0.name != name }.map { ($0.name, $0.example) } + companions(object, name)
  }

  /// What a key is of no use without.
  private func companions(_ object: ConfigurationObject, _ name: String) -> [(String, String)] {
    switch (object, name) {
    case (.trafficProfile, "conversations-per-month"): [("turns", "12")]
    case (.gate, "gate"), (.gate, "level"): [("limit", "10%")]
    default: []
    }
  }

  @Test(arguments: keys)
  func `every key of the schema is read`(object: ConfigurationObject, name: String) throws {
    // Nothing takes a list of lists of mappings, so a key that is read refuses it.
    let message = mistake(in: yaml(object, required(object, but: name) + [(name, "[[{a: b}]]")]))
    #expect(message?.contains(" takes ") == true, "\(name): \(message ?? "taken")")
  }

  @Test(arguments: keys)
  func `every example is taken`(object: ConfigurationObject, name: String) throws {
    let key = try #require(object.keys.first { $0.name == name })
    var pairs = required(object, but: name) + [(name, key.example)]
    if object == .budget, !["max-tokens", "max-growth"].contains(name) { pairs.append(("max-tokens", "1")) }
    // Each kind of rule needs more than a key that both need.
    if object == .cacheRule { pairs += [("maximumMarks", "4")].filter { $0.0 != name } }
    _ = try layer(yaml(object, pairs))
  }

  @Test(arguments: ConfigurationObject.allCases)
  func `no two keys have one name, and all are written with hyphens`(object: ConfigurationObject) {
    #expect(Set(object.keys.map(\.name)).count == object.keys.count)
    #expect(object.keys.allSatisfy { !$0.name.contains("_") })
  }

  @Test func `the schema that is committed is the schema`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../Documentation/tare.schema.json")
    let schema = ConfigurationSchema().json
    if ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] != nil {
      let isNew = (try? String(contentsOf: file, encoding: .utf8)) != schema
      if isNew { try schema.write(to: file, atomically: true, encoding: .utf8) }
      #expect(!isNew, "the schema was written anew: read the difference before you commit it")
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == schema)
    #expect(throws: Never.self) { try JSONDocument(parsing: Array(schema.utf8)) }
  }

  @Test func `a new file sets nothing, and does with its comments gone`() throws {
    let text = StarterFile().text
    #expect(try settings(text) == FileSettings())
    let keys = ConfigurationObject.settings.keys.map { "# \($0.name):" }
    let lines = text.split(separator: "\n").filter { line in keys.contains { line.hasPrefix($0) } }
    let uncommented = lines.map { $0.dropFirst(2) + "\n" }.joined()
    let layer = try layer(uncommented)
    #expect(layer.extends.map(\.value) == ["../tare.yaml"])
    #expect(layer.rules.count == 1)
    _ = try Configuration([layer])
  }
}
