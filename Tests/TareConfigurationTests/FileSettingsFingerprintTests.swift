import TareAudit
import Testing

@testable import TareConfiguration

struct FileSettingsFingerprintTests {
  /// Settings each of which may change what is found in `a.md`, no two of them alike.
  static let settings = [
    "model: gpt-5.4", "model: gpt-4o", "encoding: cl100k_base", "encodings: [cl100k_base]", "encodings: []",
    "select: [BUD]", "extend-select: [VRB]", "ignore: [DUP]", "fixable: [WSP]", "unfixable: [WSP]",
    "severity: {DUP: error}", "severity: {DUP: info}", "max-tokens: 5", "max-tokens: 6", "max-growth: 5",
    "max-growth: 5%", "per-file-ignores: {a.md: SEC}", "overrides: [{files: a.md, kind: jinja}]",
    "overrides: [{files: a.md, max-tokens: 7}]", "require-reasons: true", "budgets: [{section: A, max-tokens: 5}]",
    "budgets: [{section: B, max-tokens: 5}]", "budgets: [{section: A, max-growth: 5}]",
    "waivers: [{path: a.md, rule: DUP, reason: a}]", "waivers: [{path: '*.md', rule: DUP, reason: a}]",
    "waivers: [{path: a.md, rule: DUP, reason: b}]", "waivers: [{path: a.md, rule: DUP, reason: a, text: t}]",
    "waivers: [{path: a.md, rule: DUP, reason: a, expires: 2027-01-01}]",
    "rules: [{code: ACME1, name: a, pattern: b, message: c}]",
    "rules: [{code: ACME1, name: a, pattern: d, message: c}]",
    "rules: [{code: ACME1, name: a, pattern: b, message: d}]",
    "rules: [{code: ACME1, name: a, pattern: b, message: c, severity: error}]",
    "rules: [{code: ACME1, name: a, pattern: b, message: c, zones: [code]}]",
    "rules: [{code: ACME1, name: a, pattern: b, message: c, skip: quote}]",
    "rules: [{code: ACME1, name: a, pattern: b, message: c, fix: {replacement: x}}]",
    "rules: [{code: ACME1, name: a, pattern: b, message: c, fix: {replacement: y}}]",
    "rules: [{code: ACME1, name: a, pattern: b, message: c, fix: {replacement: x, safety: safe}}]",
    "rates: {date: 2026-11-21, models: [{model: m, provider: p, prices: {input: 1}}]}",
    "rates: {date: 2026-11-21, models: [{model: m, provider: p, prices: {input: 2}}]}",
    "rates: {date: 2026-11-21, models: [{model: m, provider: p, prices: {input: 1}, limits: {input: 9}}]}",
  ]

  /// Keys that say where to look, or that are looked at when the findings of each file are known.
  static let others = [
    "extends", "exclude", "extend-exclude", "extend-include", "respect-gitignore", "force-exclude",
    "max-always-on-tokens", "traffic", "gates",
  ]

  @Test func `no two settings of a file have one fingerprint`() throws {
    var known: [[String]: String] = [try fingerprint("{}"): "nothing"]
    for yaml in Self.settings {
      let other = known.updateValue(yaml, forKey: try fingerprint(yaml))
      #expect(other == nil, "\(yaml) has the fingerprint of \(other ?? "")")
    }
  }

  @Test(arguments: ConfigurationObject.settings.keys.map(\.name))
  func `every key is in a fingerprint or is about something else`(name: String) {
    #expect(Self.settings.contains { $0.hasPrefix("\(name):") } != Self.others.contains(name))
  }

  @Test func `where a setting was written makes no difference`() throws {
    #expect(try fingerprint("# a\n\nselect: [DUP]") == fingerprint("select: [DUP]"))
  }

  private func fingerprint(_ yaml: String) throws -> [String] { try TareConfigurationTests.settings(yaml).fingerprint }
}
