/// A word by which rules are chosen: a code, a name, the beginning of codes, or `ALL`.
struct RuleWord: Sendable, Hashable {
  let text: String

  /// How closely the word names the rule of that code and name; `nil` when it does not.
  func weight(code: String, name: String) -> Int? {
    if text == name || text.uppercased() == code { return 1_000 }
    if text.uppercased() == "ALL" { return 0 }
    return !text.isEmpty && code.hasPrefix(text.uppercased()) ? text.utf8.count : nil
  }

  /// Whether the word is about a finding.
  func names(_ finding: Finding) -> Bool { weight(code: finding.code, name: finding.name) != nil }

  /// Whether the word is about a rule.
  func names(_ page: RulePage) -> Bool { weight(code: page.code, name: page.name) != nil }
}
