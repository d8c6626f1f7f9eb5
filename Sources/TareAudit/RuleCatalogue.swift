/// Every rule there is.
public enum RuleCatalogue {
  /// The pages of all rules, by code.
  public static let pages: [RulePage] = [
    OverBudget.page,
    VolatileBeforeStatic.page, SubMinuteValueInPrefix.page, DayGranularDate.page, PrefixBelowMinimum.page,
    DuplicateBlock.page,
    PaddedTable.page, OpaqueBlob.page,
    Secret.page, SpecialTokenLiteral.page, BidirectionalControl.page,
    ExoticSpace.page, InvisibleCharacter.page, NotNFC.page,
  ]

  /// The rules that `selection` takes, by code, with `settings`; one that lacks its setting stays away.
  public static func rules(_ selection: RuleSelection = RuleSelection(), _ settings: AuditSettings = AuditSettings())
    -> [any Rule]
  {
    (budgets(settings) + caching(settings) + texts).filter { selection.contains(type(of: $0).page) }
  }

  private static func budgets(_ settings: AuditSettings) -> [any Rule] {
    settings.maxTokens.map { [OverBudget(maxTokens: $0)] } ?? []
  }

  private static func caching(_ settings: AuditSettings) -> [any Rule] {
    let minimum = settings.cacheableMinimum
    return [
      VolatileBeforeStatic(cacheableMinimum: minimum), SubMinuteValueInPrefix(cacheableMinimum: minimum),
      DayGranularDate(cacheableMinimum: minimum), PrefixBelowMinimum(cacheableMinimum: minimum),
    ]
  }

  /// What needs no setting.
  private static let texts: [any Rule] = [
    DuplicateBlock(),
    PaddedTable(), OpaqueBlob(),
    Secret(), SpecialTokenLiteral(), BidirectionalControl(),
    ExoticSpace(), InvisibleCharacter(), NotNFC(),
  ]
}
