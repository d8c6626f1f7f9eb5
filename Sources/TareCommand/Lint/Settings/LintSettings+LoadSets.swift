import Tare

extension LintSettings {
  /// `files` with what is found in those together that are loaded together.
  ///
  /// - Parameters:
  ///   - base: The summaries of the files as they stood before.
  ///   - sidecars: What was let be beside the files, by path.
  func auditedTogether(
    _ files: [FileAudit], base: [PromptSummary], sidecars: [String: [Suppression]]
  ) -> [FileAudit] {
    var context = LoadSetContext(suppressions: sidecars, policy: SuppressionPolicy(today: today))
    for path in files.map(\.path) {
      context.suppressions[path, default: []] += self[path].settings.suppressions
      context.formats[path] = self[path].settings.format
    }
    return loadSetAuditor(of: files.map(\.path)).audits(files, base: base, context: context, treat: treated)
  }

  /// All rules that any file asks for; what a file does not ask for is left out where it would be shown.
  private func loadSetAuditor(of paths: [String]) -> LoadSetAuditor {
    let unwanted = RuleCatalogue.loadSetPages.filter { page in
      !paths.contains { self[$0].settings.selection.contains(page) }
    }
    let budgets = paths.map { LoadSetBudget(root: $0, limits: self[$0].settings.loadSetLimits) }
      .filter { $0.limits != TokenLimits() }
    var settings = AuditSettings(loadSetBudgets: budgets)
    for path in paths { settings.alwaysOnLimits[path] = self[path].settings.maxAlwaysOnTokens }
    return LoadSetAuditor(RuleSelection.all.with(.init(ignore: unwanted.map(\.code))), settings)
  }

  private func treated(_ path: String, _ finding: Finding) -> Finding? {
    let settings = self[path].settings
    let pages = RuleCatalogue.loadSetPages + RuleCatalogue.pages
    guard let page = pages.first(where: { $0.code == finding.code }), settings.selection.contains(page) else {
      return nil
    }
    let treated = settings.conduct.applied(to: finding, of: page)
    return least.map { treated.severity >= $0 } ?? true ? treated : nil
  }
}

extension FileSettings {
  /// The codes of the rules over several files that run on the file.
  var codesTogether: Set<String> { LoadSetAuditor(selection).codes }
}
