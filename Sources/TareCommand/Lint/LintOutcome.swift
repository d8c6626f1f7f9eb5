import Tare

/// What decides the exit code of `tare lint`.
struct LintOutcome {
  let hasFindings: Bool
  let hasFailures: Bool

  init(hasFindings: Bool, hasFailures: Bool) {
    self.hasFindings = hasFindings
    self.hasFailures = hasFailures
  }

  /// What a report decides.
  ///
  /// - Parameter maxWarnings: How many warnings are let pass where there are no errors; `nil` where any finding counts.
  init(of report: AuditReport, maxWarnings: Int? = nil) {
    let severities = report.files.filter { !$0.isFailure }.flatMap { $0.findings.map(\.severity) }
    hasFailures = report.hasFailures
    hasFindings =
      maxWarnings.map { most in severities.contains(.error) || severities.count { $0 == .warning } > most }
      ?? !severities.isEmpty
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
