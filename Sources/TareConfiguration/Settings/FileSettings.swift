public import TareAudit
public import TarePricing
public import TarePrompts

/// What holds for one prompt file, after all layers, overrides and patterns were looked through.
public struct FileSettings: Sendable, Hashable {
  /// The model whose tokens are counted and priced.
  public var model: Located<String>?
  /// The encoding to count in, where no model is named or one is to be assumed for it.
  public var encoding: Located<String>?
  /// The encodings in each of which a fix has to save tokens; `nil` for those that are in use.
  public var encodings: [Located<String>]?
  /// The rules that run.
  public var selection = RuleSelection()
  /// How their findings are treated.
  public var conduct = RuleConduct()
  /// The limits of the file.
  public var limits = TokenLimits()
  /// The limits of its sections.
  public var sectionBudgets: [SectionBudget] = []
  /// The limits of all that is loaded together with it.
  public var loadSetLimits = TokenLimits()
  /// The most tokens that all files together may send with every request.
  public var maxAlwaysOnTokens: Int?
  /// What it is read as; `nil` for what its name says.
  public var format: PromptFormat?
  /// The user's own rules that look at it.
  public var rules: [CustomRule] = []
  /// What is let be in it.
  public var suppressions: [Suppression] = []
  /// Whether what lets findings be in it has to say why.
  public var requiresReasons = false
  /// How it is sent; `nil` where nobody said.
  public var traffic: TrafficProfile?
  /// Prices of the user's own; those of a later catalogue go before those of an earlier one.
  public var rates: [RateCatalogue] = []

  /// Settings in which nothing was set.
  public init() {}

  /// How many requests a month send it; `nil` where nobody said.
  public var requestsPerMonth: Int? { traffic?.requestsPerMonth }
}

extension FileSettings {
  mutating func lay(_ choices: LintChoices) {
    model = choices.model ?? model
    // An encoding that was meant for another model would be assumed for this one.
    encoding = choices.encoding ?? (choices.model == nil ? encoding : nil)
    encodings = choices.encodings ?? encodings
    selection = selection.with(
      .init(
        select: choices.select?.map(\.value), extendSelect: choices.extendSelect.map(\.value),
        ignore: choices.ignore.map(\.value)))
    conduct.fixable = conduct.fixable.with(
      .init(select: choices.fixable?.map(\.value), ignore: choices.unfixable.map(\.value)))
    conduct.severities += choices.severities.map { .init($0.rule.value, $0.severity) }
    limits.lay(choices.limits)
  }
}

extension TokenLimits {
  mutating func lay(_ limits: TokenLimits) {
    maxTokens = limits.maxTokens ?? maxTokens
    maxGrowth = limits.maxGrowth ?? maxGrowth
  }
}
