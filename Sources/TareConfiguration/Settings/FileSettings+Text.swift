import TareAudit
import TarePricing
import TarePrompts

extension FileSettings {
  /// The settings as lines of YAML, for somebody who asks what holds for a file; only what is set is named.
  public var lines: [String] {
    var lines: [String] = []
    func add(_ key: String, _ value: String?) { if let value { lines.append("\(key): \(value)") } }
    add("model", model?.value)
    add("encoding", encoding?.value)
    add("encodings", encodings.map { list($0.map(\.value)) })
    add("kind", format?.rawValue)
    add("max-tokens", limits.maxTokens.map(String.init))
    add("max-growth", limits.maxGrowth?.description)
    for budget in sectionBudgets { add("budget of section \"\(budget.title)\"", budget.limits.text) }
    add("budget of its load set", loadSetLimits == TokenLimits() ? nil : loadSetLimits.text)
    add("max-always-on-tokens", maxAlwaysOnTokens.map(String.init))
    add("require-reasons", requiresReasons ? "true" : nil)
    for (key, value) in traffic?.settings ?? [] { add(key, value) }
    let rated = rates.flatMap(\.rates).map(\.model)
    add("rates", rated.isEmpty ? nil : list(rated))
    return lines + ruleLines
  }

  private var ruleLines: [String] {
    let pages = (RuleCatalogue.pages + rules.map(\.page)).filter(selection.contains)
    let rows = pages.map { page in
      let severity = conduct.severity(of: page)
      let fix = page.fixSafety == nil ? "" : conduct.fixable.contains(page) ? ", fixable" : ", unfixable"
      return "  - \(page.code) \(page.name): \(severity)\(fix)"
    }
    return rows.isEmpty ? ["rules: []"] : ["rules:"] + rows
  }

  private func list(_ words: [String]) -> String { "[\(words.joined(separator: ", "))]" }
}

extension TokenLimits {
  fileprivate var text: String {
    [maxTokens.map { "max-tokens \($0)" }, maxGrowth.map { "max-growth \($0)" }].compactMap(\.self)
      .joined(separator: ", ")
  }
}
