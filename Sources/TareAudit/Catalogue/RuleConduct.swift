/// How findings of rules are treated: how much they matter, and which of their fixes may be made.
public struct RuleConduct: Sendable, Hashable {
  /// A severity for some rules.
  public struct SeverityChoice: Sendable, Hashable {
    /// A rule's code or name, the beginning of codes, or `ALL`.
    public let rule: String
    /// How much its findings matter.
    public let severity: Severity

    /// A severity for the rules of that word.
    public init(_ rule: String, _ severity: Severity) {
      self.rule = rule
      self.severity = severity
    }
  }

  /// The rules whose fixes may be made.
  public var fixable: RuleSelection
  /// Severities other than the rules' own; the longer match wins, and of two equals the later one.
  public var severities: [SeverityChoice]

  /// A conduct; what is left out is as the rules have it.
  public init(fixable: RuleSelection = .all, severities: [SeverityChoice] = []) {
    self.fixable = fixable
    self.severities = severities
  }

  /// How much findings of the rule with that page matter.
  public func severity(of page: RulePage) -> Severity { chosenSeverity(of: page) ?? page.severity }

  private func chosenSeverity(of page: RulePage) -> Severity? {
    var best: (weight: Int, severity: Severity)?
    for choice in severities {
      guard let weight = RuleSelection.weight(of: choice.rule, page), weight >= best?.weight ?? 0 else { continue }
      best = (weight, choice.severity)
    }
    return best?.severity
  }

  /// The finding as it is shown: with its severity, and without a fix that may not be made.
  public func applied(to finding: Finding, of page: RulePage) -> Finding {
    // What the engine says of itself is no rule's to soften.
    guard finding.code == page.code else { return finding }
    return finding.treated(severity: chosenSeverity(of: page) ?? finding.severity, mayBeFixed: fixable.contains(page))
  }
}
