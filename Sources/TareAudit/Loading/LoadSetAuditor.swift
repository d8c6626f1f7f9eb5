import TarePrompts
import TareText

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

  /// The codes of the rules that look at nothing but files together.
  public var codes: Set<String> { Set(RuleCatalogue.loadSetPages.filter(selection.contains).map(\.code)) }

  /// `files` with what the rules find in them together. What findings are worth stays what it is for each file, since
  /// no file says which of two is to change.
  ///
  /// - Parameters:
  ///   - base: The summaries of the files as they stood before, for limits of growth.
  ///   - context: What is known of each file besides its bytes, by path.
  ///   - treat: What becomes of a finding in the file at a path; `nil` where it is not reported there.
  /// - Complexity: O(*f* + *s* · *m*) in files, sets and members of each; only files in which something is found are read
  ///   again.
  public func audits(
    _ files: [FileAudit], base: [PromptSummary] = [], context: LoadSetContext = LoadSetContext(),
    treat: (String, Finding) -> Finding? = { $1 }
  ) -> [FileAudit] {
    var found = findings(in: files.compactMap(\.summary), base: base)
    for path in found.keys { found[path] = found[path]?.compactMap { treat(path, $0) } }
    guard !found.isEmpty else { return files }
    return files.map { file in
      found[file.path].map { file.adding($0, context) } ?? file
    }
  }

  /// What the rules find, by the path of the file it is shown in.
  public func findings(in files: [PromptSummary], base: [PromptSummary] = []) -> [String: [Finding]] {
    let run = AuditedRun(files)
    var found: [PlacedFinding] = []
    if selection.contains(DuplicateAcrossLoadSet.page) { found += DuplicateAcrossLoadSet().check(run) }
    if selection.contains(NearIdenticalFile.page) { found += NearIdenticalFile().check(run) }
    if selection.contains(AlwaysOnTotal.page) {
      found += AlwaysOnTotal(limit: settings.maxAlwaysOnTokens, limits: settings.alwaysOnLimits).check(run)
    }
    let budgets = LoadSetBudgets(settings.loadSetBudgets)
    if selection.contains(OverBudget.page) { found += budgets.overBudget(run) }
    if selection.contains(GrowthOverBase.page) { found += budgets.grown(run, over: AuditedRun(base)) }
    return Dictionary(grouping: found, by: \.path).mapValues { $0.map(\.finding) }
  }
}

extension FileAudit {
  /// The same with more findings, those that were let be or are known apart.
  fileprivate func adding(_ more: [Finding], _ context: LoadSetContext) -> FileAudit {
    let format = context.formats[path]
    guard let document = try? PromptDocument(path: path, bytes: source.utf8, as: format) else { return self }
    let suppressions = Suppressions(
      document, outside: context.suppressions[path] ?? [], running: RuleCatalogue.loadSetPages, policy: context.policy)
    var gate = FindingGate(document, suppressions: suppressions, known: unseen, since: nil)
    var audit = self
    audit.findings = (findings + gate.reported(more) { $0 }).sorted()
    audit.suppressed = (suppressed + gate.suppressions.suppressed).sorted { $0.finding < $1.finding }
    audit.known = (known + gate.knownFindings).sorted()
    audit.unseen = gate.unseen
    return audit
  }
}
