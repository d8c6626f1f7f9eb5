/// Every rule there is.
public enum RuleCatalogue {
  /// The pages of all rules, by code.
  public static let pages: [RulePage] = [
    OverBudget.page, VolatileBeforeStatic.page, DuplicateBlock.page, PaddedTable.page, ExoticSpace.page, NotNFC.page,
  ]

  /// The rules that `selection` takes, by code, with `settings`; one that lacks its setting stays away.
  public static func rules(_ selection: RuleSelection = RuleSelection(), _ settings: AuditSettings = AuditSettings())
    -> [any Rule]
  {
    let all: [any Rule] =
      (settings.maxTokens.map { [OverBudget(maxTokens: $0)] } ?? []) + [
        VolatileBeforeStatic(cacheableMinimum: settings.cacheableMinimum), DuplicateBlock(), PaddedTable(),
        ExoticSpace(), NotNFC(),
      ]
    return all.filter { selection.contains(type(of: $0).page) }
  }
}
