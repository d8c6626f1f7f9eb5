/// Every rule there is.
public enum RuleCatalogue {
  /// The pages of all rules, by code.
  public static let pages: [RulePage] = [
    OverBudget.page, GrowthOverBase.page, DominantSection.page, EmbeddedBulkInPrompt.page,
    VolatileBeforeStatic.page, SubMinuteValueInPrefix.page, DayGranularDate.page, PrefixBelowMinimum.page,
    PrefixChangedOverBase.page,
    DuplicateSentence.page, DuplicateBlock.page, AdjacentDuplicateLine.page, DuplicateCodeBlock.page,
    PaddedTable.page, TreeInAlwaysOnFile.page, PrettyJSONData.page, Badge.page, LinkListSection.page, OpaqueBlob.page,
    NoFormatCue.page, ConflictingLength.page,
    Secret.page, SpecialTokenLiteral.page, BidirectionalControl.page,
    UnclosedBlock.page, PlaceholderLeft.page,
    ExoticSpace.page, InvisibleCharacter.page, NotNFC.page, MojibakeText.page,
    Politeness.page, WordyConnective.page, Hedge.page, TaskPreamble.page, Intensifier.page, Shouting.page,
    GenericInstruction.page,
    TrailingWhitespace.page, ListMarkerPadding.page,
  ]

  /// The rules that `selection` takes, by code, with `settings`; one that lacks its setting stays away.
  public static func rules(_ selection: RuleSelection = RuleSelection(), _ settings: AuditSettings = AuditSettings())
    -> [any Rule]
  {
    (budgets(settings) + caching(settings) + texts).filter { selection.contains(type(of: $0).page) }
  }

  private static func budgets(_ settings: AuditSettings) -> [any Rule] {
    let sections = settings.sectionBudgets
    let isLimited = settings.maxTokens != nil || sections.contains { $0.limits.maxTokens != nil }
    let limit: [any Rule] = isLimited ? [OverBudget(maxTokens: settings.maxTokens, sections: sections)] : []
    let mayNotGrow = settings.maxGrowth != nil || sections.contains { $0.limits.maxGrowth != nil }
    let growth: [any Rule] = mayNotGrow ? [GrowthOverBase(allowed: settings.maxGrowth, sections: sections)] : []
    return limit + growth + [DominantSection(), EmbeddedBulkInPrompt()]
  }

  private static func caching(_ settings: AuditSettings) -> [any Rule] {
    let minimum = settings.cacheableMinimum
    return [
      VolatileBeforeStatic(cacheableMinimum: minimum), SubMinuteValueInPrefix(cacheableMinimum: minimum),
      DayGranularDate(cacheableMinimum: minimum), PrefixBelowMinimum(cacheableMinimum: minimum),
      PrefixChangedOverBase(cacheableMinimum: minimum),
    ]
  }

  /// What needs no setting.
  private static let texts: [any Rule] = [
    DuplicateSentence(), DuplicateBlock(), AdjacentDuplicateLine(), DuplicateCodeBlock(),
    PaddedTable(), TreeInAlwaysOnFile(), PrettyJSONData(), Badge(), LinkListSection(), OpaqueBlob(),
    NoFormatCue(), ConflictingLength(),
    Secret(), SpecialTokenLiteral(), BidirectionalControl(),
    UnclosedBlock(), PlaceholderLeft(),
    ExoticSpace(), InvisibleCharacter(), NotNFC(), MojibakeText(),
    Politeness(), WordyConnective(), Hedge(), TaskPreamble(), Intensifier(), Shouting(), GenericInstruction(),
    TrailingWhitespace(), ListMarkerPadding(),
  ]
}
