/// Every rule there is.
public enum RuleCatalogue {
  /// The pages of all rules, by code.
  public static let pages: [RulePage] = [
    OverBudget.page, GrowthOverBase.page, DominantSection.page, EmbeddedBulkInPrompt.page, AlwaysOnTotal.page,
    ExampleShare.page, ContextShare.page,
    VolatileBeforeStatic.page, SubMinuteValueInPrefix.page, DayGranularDate.page, PrefixBelowMinimum.page,
    PrefixChangedOverBase.page, CacheBreakpoints.page, UnstableSerialisation.page, VolatileFirstMessage.page,
    DuplicateSentence.page, DuplicateBlock.page, AdjacentDuplicateLine.page, DuplicateCodeBlock.page,
    SubsetInstruction.page, DuplicateExample.page, DuplicateAcrossLoadSet.page, NearIdenticalFile.page,
    VariableInsertedTwice.page, ToolDocumentationTwice.page,
    PaddedTable.page, DecorativeRule.page, ASCIIArt.page, TreeInAlwaysOnFile.page, PrettyJSONData.page, RowJSON.page,
    MarkupDensity.page, Badge.page, TrackingParameters.page, HTMLComment.page, LinkListSection.page, EmptySection.page,
    OpaqueBlob.page, LongAddress.page,
    NoOutputCap.page, NoFormatCue.page, ConflictingLength.page, VerboseOutputSchema.page,
    Secret.page, SpecialTokenLiteral.page, BidirectionalControl.page,
    UndeclaredVariable.page, UnusedVariable.page, UnclosedBlock.page, CommentThatIsSent.page, HeaderSentAsText.page,
    RoleMarkerInVariablePosition.page, MissingPartial.page, PlaceholderLeft.page, DanglingReference.page,
    ExoticSpace.page, InvisibleCharacter.page, NotNFC.page, MojibakeText.page, CompatibilityForms.page,
    CostlyPunctuation.page,
    Politeness.page, WordyConnective.page, Hedge.page, TaskPreamble.page, Intensifier.page, Shouting.page,
    GenericInstruction.page,
    TrailingWhitespace.page, ListMarkerPadding.page, LiteralIndent.page, EdgeBlankLines.page, InlineSpaceRun.page,
    RenderedBlankLines.page,
  ]

  /// The pages of the rules that look at several files, which ``LoadSetAuditor`` runs.
  public static let loadSetPages: [RulePage] = [
    AlwaysOnTotal.page, DuplicateAcrossLoadSet.page, NearIdenticalFile.page,
  ]

  /// The rules that `selection` takes, by code, with `settings`; one that lacks its setting stays away.
  public static func rules(_ selection: RuleSelection = RuleSelection(), _ settings: AuditSettings = AuditSettings())
    -> [any Rule]
  {
    (budgets(settings) + caching(settings) + texts + templates(settings) + characters)
      .filter { selection.contains($0.page) }
  }

  private static func budgets(_ settings: AuditSettings) -> [any Rule] {
    let sections = settings.sectionBudgets
    let isLimited = settings.maxTokens != nil || sections.contains { $0.limits.maxTokens != nil }
    let limit: [any Rule] = isLimited ? [OverBudget(maxTokens: settings.maxTokens, sections: sections)] : []
    let mayNotGrow = settings.maxGrowth != nil || sections.contains { $0.limits.maxGrowth != nil }
    let growth: [any Rule] = mayNotGrow ? [GrowthOverBase(allowed: settings.maxGrowth, sections: sections)] : []
    let window: [any Rule] = settings.contextWindow.map { [ContextShare(contextWindow: $0)] } ?? []
    return limit + growth + [DominantSection(), EmbeddedBulkInPrompt(), ExampleShare()] + window
  }

  private static func caching(_ settings: AuditSettings) -> [any Rule] {
    let minimum = settings.cacheableMinimum
    return [
      VolatileBeforeStatic(cacheableMinimum: minimum), SubMinuteValueInPrefix(cacheableMinimum: minimum),
      DayGranularDate(cacheableMinimum: minimum), PrefixBelowMinimum(cacheableMinimum: minimum),
      PrefixChangedOverBase(cacheableMinimum: minimum), CacheBreakpoints(cacheableMinimum: minimum),
      UnstableSerialisation(), VolatileFirstMessage(cacheableMinimum: minimum),
    ]
  }

  /// What needs no setting.
  private static let texts: [any Rule] = [
    DuplicateSentence(), DuplicateBlock(), AdjacentDuplicateLine(), DuplicateCodeBlock(),
    SubsetInstruction(), DuplicateExample(), VariableInsertedTwice(), ToolDocumentationTwice(),
    PaddedTable(), DecorativeRule(), ASCIIArt(), TreeInAlwaysOnFile(), PrettyJSONData(), RowJSON(), MarkupDensity(),
    Badge(), TrackingParameters(), HTMLComment(), LinkListSection(), EmptySection(), OpaqueBlob(), LongAddress(),
    NoOutputCap(), NoFormatCue(), ConflictingLength(), VerboseOutputSchema(),
    Secret(), SpecialTokenLiteral(), BidirectionalControl(),
  ]

  private static func templates(_ settings: AuditSettings) -> [any Rule] {
    let partials: [any Rule] = settings.folderFiles.map { [MissingPartial(files: $0)] } ?? []
    let declared: [any Rule] = [
      UndeclaredVariable(), UnusedVariable(), UnclosedBlock(), CommentThatIsSent(), HeaderSentAsText(),
      RoleMarkerInVariablePosition(),
    ]
    return declared + partials + [PlaceholderLeft(), DanglingReference()]
  }

  /// What looks at characters and words, and needs no setting.
  private static let characters: [any Rule] = [
    ExoticSpace(), InvisibleCharacter(), NotNFC(), MojibakeText(), CompatibilityForms(), CostlyPunctuation(),
    Politeness(), WordyConnective(), Hedge(), TaskPreamble(), Intensifier(), Shouting(), GenericInstruction(),
    TrailingWhitespace(), ListMarkerPadding(), LiteralIndent(), EdgeBlankLines(), InlineSpaceRun(),
    RenderedBlankLines(),
  ]
}
