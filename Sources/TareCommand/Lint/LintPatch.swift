import Tare

/// `tare lint --diff`: the fixes as a patch.
struct LintPatch {
  let auditing: LintAuditing
  let reporting: LintReporting

  /// Writes the patch, and a line for each input that could not be read.
  func write(_ inputs: [LintInput]) throws(CommandError) -> LintOutcome {
    var patch = ""
    var hasFailures = false
    for (input, prompt) in zip(inputs, try auditing.fixed(inputs)) {
      if case .file(let file, _) = input, let prompt {
        patch += hunks(of: prompt, path: file.path)
      } else {
        hasFailures = true
        sayWhyNot(auditing.audit(input))
      }
    }
    try StandardOutput.write(patch, orTo: reporting.output.outputFile)
    return LintOutcome(hasFindings: !patch.isEmpty, hasFailures: hasFailures)
  }

  private func hunks(of prompt: FixedPrompt, path: String) -> String {
    guard prompt.hasChanges else { return "" }
    return LineDiff(before: prompt.before, after: prompt.after)
      .unified(before: prompt.before, after: prompt.after, oldName: path, newName: path)
  }

  private func sayWhyNot(_ unread: FileAudit) {
    for finding in unread.findings {
      let place = "\(unread.path):\(unread.source.location(of: finding.range.start))"
      StandardError.line(CommandError.input(place, finding.message.description).message)
    }
  }
}
