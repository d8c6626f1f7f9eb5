import Tare

/// `tare lint --fix`: writes mended files, and reports what is left.
struct LintFixing {
  let auditing: LintAuditing
  let reporting: LintReporting
  private var files: [FileAudit] = []
  private var notes: [String] = []
  private var pipedText: [UInt8]?
  private var hasFailures = false

  init(_ auditing: LintAuditing, _ reporting: LintReporting) {
    self.auditing = auditing
    self.reporting = reporting
  }

  mutating func fix(_ inputs: [LintInput]) throws(CommandError) -> LintOutcome {
    for (input, prompt) in zip(inputs, try auditing.fixed(inputs)) { take(input, prompt) }
    files = auditing.together(files)
    if !reporting.output.quiet { showNotes() }
    return try reported().failing(hasFailures).finding(reporting.fixes.exitNonZeroOnFix && !notes.isEmpty)
  }

  /// Writes a mended text, and what is left to be found; with `--fix-only` just the files that could not be read.
  private func reported() throws(CommandError) -> LintOutcome {
    let files = reporting.fixes.fixOnly ? files.filter(\.isFailure) : files
    if let pipedText { StandardOutput.write(pipedText) }
    if reporting.fixes.fixOnly, files.isEmpty { return LintOutcome(hasFindings: false, hasFailures: false) }
    return pipedText == nil ? try reporting.write(files) : try reporting.writeBesideText(files)
  }

  private mutating func take(_ input: LintInput, _ prompt: FixedPrompt?) {
    guard case .file(let file, let isStandardInput) = input, let prompt else {
      files.append(auditing.audit(input))
      if case .file(let file, true) = input { pipedText = file.bytes }
      return
    }
    do throws(CommandError) {
      if isStandardInput { pipedText = prompt.after.utf8 } else { try write(prompt, to: file) }
      files.append(prompt.remaining)
      notes += prompt.applied.map { fix in
        "\(file.path): \(fix.code) \(fix.name), \(fix.saving) \(fix.saving == 1 ? "token" : "tokens") saved"
      }
    } catch {
      // The other files are mended all the same, and this one is as it was.
      StandardError.line(error.message)
      files.append(auditing.audit(input))
      hasFailures = true
    }
  }

  private func write(_ prompt: FixedPrompt, to file: InputFile) throws(CommandError) {
    if prompt.hasChanges { try file.replace(by: prompt.after.utf8) }
  }

  private func showNotes() {
    guard !notes.isEmpty else { return }
    if reporting.fixes.showFixes { for note in notes { StandardError.line("fixed \(note)") } }
    StandardError.line("\(notes.count) \(notes.count == 1 ? "finding" : "findings") fixed.")
  }
}
