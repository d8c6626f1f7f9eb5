import Tare

/// One run of `tare lint`: inputs in, report or patch or mended files out.
struct LintRun {
  let inputs: LintInputs
  let known: LintBaselineOptions
  let ignoring: LintIgnoreOptions
  let auditing: LintAuditing
  let reporting: LintReporting

  func outcome() throws(CommandError) -> LintOutcome {
    try made().failing(inputs.hasFailures || auditing.contexts.hasFailures)
  }

  private func made() throws(CommandError) -> LintOutcome {
    if known.writeBaseline { return try writeBaseline() }
    if ignoring.addIgnore {
      return try LintIgnoring(auditing: auditing, reporting: reporting, reason: ignoring.reason).write(inputs.inputs)
    }
    if reporting.fixes.diff { return try LintPatch(auditing: auditing, reporting: reporting).write(inputs.inputs) }
    if reporting.fixes.makesFixes {
      var fixing = LintFixing(auditing, reporting)
      return try fixing.fix(inputs.inputs)
    }
    let audits = try auditing.audits(of: inputs.inputs)
    guard known.pruneBaseline else { return try reporting.write(audits) }
    try auditing.contexts.baseline?.prune(audits)
    return try reporting.write(audits.map { $0.limitingUnseen(to: []) })
  }

  /// What is known from now on is no finding; a file that cannot be read stays one.
  private func writeBaseline() throws(CommandError) -> LintOutcome {
    let audits = try auditing.audits(of: inputs.inputs)
    try auditing.contexts.baseline?.write(audits)
    let failures = audits.filter(\.isFailure)
    return failures.isEmpty ? LintOutcome(hasFindings: false, hasFailures: false) : try reporting.write(failures)
  }
}
