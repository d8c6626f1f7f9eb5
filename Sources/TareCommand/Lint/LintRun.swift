import Tare

/// One run of `tare lint`: inputs in, report or patch or mended files out.
struct LintRun {
  let inputs: LintInputs
  let auditing: LintAuditing
  let reporting: LintReporting

  func outcome() throws(CommandError) -> LintOutcome {
    try made().failing(inputs.hasFailures)
  }

  private func made() throws(CommandError) -> LintOutcome {
    if reporting.fixes.diff { return try LintPatch(auditing: auditing, reporting: reporting).write(inputs.inputs) }
    if reporting.fixes.fix {
      var fixing = LintFixing(auditing, reporting)
      return try fixing.fix(inputs.inputs)
    }
    return try reporting.write(auditing.audits(of: inputs.inputs))
  }
}
