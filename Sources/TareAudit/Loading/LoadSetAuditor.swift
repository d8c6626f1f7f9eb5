/// Runs the rules over files that are loaded together.
///
/// They need a summary of each file and not the file, so that files can be audited one by one, in parallel or from a
/// cache, and be compared when all of them are done.
public struct LoadSetAuditor: Sendable {
  private let selection: RuleSelection
  private let settings: AuditSettings

  /// An auditor with the rules that `selection` takes and the figures of `settings`.
  public init(_ selection: RuleSelection = RuleSelection(), _ settings: AuditSettings = AuditSettings()) {
    self.selection = selection
    self.settings = settings
  }

  /// Whether summaries need a sketch of their text: only a rule that is off by default looks at it.
  public var needsSketches: Bool { selection.contains(NearIdenticalFile.page) }

  /// `files` with what the rules find in them together. What findings are worth stays what it is for each file, since
  /// no file says which of two is to change.
  ///
  /// - Parameter base: The summaries of the files as they stood before, for limits of growth.
  /// - Complexity: O(*f* + *s* · *m*) in files, sets and members of each.
  public func audits(_ files: [FileAudit], base: [PromptSummary] = []) -> [FileAudit] {
    let found = findings(in: files.compactMap(\.summary), base: base)
    return found.isEmpty ? files : files.map { file in found[file.path].map(file.adding) ?? file }
  }

  /// What the rules find, by the path of the file it is shown in.
  public func findings(in files: [PromptSummary], base: [PromptSummary] = []) -> [String: [Finding]] {
    let run = AuditedRun(files)
    var found: [PlacedFinding] = []
    if selection.contains(DuplicateAcrossLoadSet.page) { found += DuplicateAcrossLoadSet().check(run) }
    if selection.contains(NearIdenticalFile.page) { found += NearIdenticalFile().check(run) }
    if selection.contains(AlwaysOnTotal.page), let limit = settings.maxAlwaysOnTokens {
      found += AlwaysOnTotal(limit: limit).check(run)
    }
    let budgets = LoadSetBudgets(settings.loadSetBudgets)
    if selection.contains(OverBudget.page) { found += budgets.overBudget(run) }
    if selection.contains(GrowthOverBase.page) { found += budgets.grown(run, over: AuditedRun(base)) }
    return Dictionary(grouping: found, by: \.path).mapValues { $0.map(\.finding) }
  }
}

extension FileAudit {
  /// The same with more findings.
  func adding(_ more: [Finding]) -> FileAudit {
    FileAudit(
      path: path, source: source, findings: (findings + more).sorted(), ledger: ledger, isFailure: isFailure,
      summary: summary)
  }
}
