import Tare

/// `tare lint --diff`: the fixes as a patch, and on standard error what it saves.
struct LintPatch {
  let auditing: LintAuditing
  let reporting: LintReporting

  /// Writes the patch, and a line for each input that could not be read.
  func write(_ inputs: [LintInput]) throws(CommandError) -> LintOutcome {
    var patch = ""
    var hasFailures = false
    var pairs: [PromptPair] = []
    for (input, prompt) in zip(inputs, try auditing.fixed(inputs)) {
      if case .file(let file, _) = input, let prompt {
        patch += hunks(of: prompt, path: file.path)
        if prompt.hasChanges { pairs += pair(of: prompt, path: file.path) }
      } else {
        hasFailures = true
        sayWhyNot(auditing.audit(input))
      }
    }
    try StandardOutput.write(patch, orTo: reporting.output.outputFile)
    if !reporting.output.quiet, !pairs.isEmpty { saySavings(pairs) }
    return LintOutcome(hasFindings: !patch.isEmpty, hasFailures: hasFailures)
  }

  /// Both versions of a prompt; none where what is left of it cannot be read any more.
  private func pair(of prompt: FixedPrompt, path: String) -> [PromptPair] {
    let format = auditing.settings[path].settings.format
    let texts = [prompt.before, prompt.after].compactMap { source in
      (try? PromptDocument(parsing: PromptFile(path: path, source: source), as: format)).map { PromptText($0) }
    }
    return texts.count == 2 ? [PromptPair(path: path, before: texts[0], after: texts[1])] : []
  }

  /// What the patch comes to, as `tare diff --fixed` has it; a sum that cannot be held is left unsaid.
  private func saySavings(_ pairs: [PromptPair]) {
    let report = try? SavingsReport(comparing: pairs, .init(base: "", head: "")) { pair in
      let group = auditing.settings[pair.path]
      return PromptUse(
        counting: group.choice.tokenizer, price: group.choice.price, traffic: group.settings.traffic ?? TrafficProfile()
      )
    }
    if let report { StandardError.line("\(report.headline).") }
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
