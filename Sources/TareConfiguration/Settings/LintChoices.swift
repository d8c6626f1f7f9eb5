public import TareAudit

/// What one layer of settings says about rules and counting: of all files, or in an override of some.
public struct LintChoices: Sendable, Hashable {
  /// The model whose tokens are counted and priced.
  public var model: Located<String>?
  /// The encoding to count in, where no model is named or one is to be assumed for it.
  public var encoding: Located<String>?
  /// The encodings in each of which a fix has to save tokens.
  public var encodings: [Located<String>]?
  /// The only rules that run.
  public var select: [Located<String>]?
  /// Rules that run besides.
  public var extendSelect: [Located<String>] = []
  /// Rules that do not run.
  public var ignore: [Located<String>] = []
  /// The only rules whose fixes are made.
  public var fixable: [Located<String>]?
  /// Rules whose fixes are not made.
  public var unfixable: [Located<String>] = []
  /// How much findings matter, by rules.
  public var severities: [RuleSeverity] = []
  /// The limits of each file.
  public var limits = TokenLimits()

  /// How much the findings of some rules matter.
  public struct RuleSeverity: Sendable, Hashable {
    /// A rule's code or name, or the beginning of codes.
    public let rule: Located<String>
    /// How much its findings matter.
    public let severity: Severity

    /// A severity for the rules of that word.
    public init(_ rule: Located<String>, _ severity: Severity) {
      self.rule = rule
      self.severity = severity
    }
  }

  /// Choices that leave everything as it is.
  public init() {}

  /// All words that have to be rules.
  var ruleWords: [Located<String>] {
    (select ?? []) + extendSelect + ignore + (fixable ?? []) + unfixable + severities.map(\.rule)
  }
}
