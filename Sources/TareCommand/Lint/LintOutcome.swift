import Tare

/// What decides the exit code of `tare lint`.
struct LintOutcome {
  let hasFindings: Bool
  let hasFailures: Bool

  init(hasFindings: Bool, hasFailures: Bool) {
    self.hasFindings = hasFindings
    self.hasFailures = hasFailures
  }

  init(of report: AuditReport) {
    hasFindings = report.files.contains { !$0.isFailure && !$0.findings.isEmpty }
    hasFailures = report.hasFailures
  }

  /// The same, where something else counts as a finding too.
  func finding(_ alsoFound: Bool) -> LintOutcome {
    LintOutcome(hasFindings: hasFindings || alsoFound, hasFailures: hasFailures)
  }

  /// The same, where something else failed too.
  func failing(_ alsoFails: Bool) -> LintOutcome {
    LintOutcome(hasFindings: hasFindings, hasFailures: hasFailures || alsoFails)
  }
}
