import ArgumentParser
import Tare

/// One run of `tare lint`: inputs in, report or patch or mended files out.
struct LintRun {
  let paths: [String]
  let auditor: Auditor
  let fixes: LintFixOptions
  let output: LintOutputOptions
  let choice: EncodingChoice

  /// What decides the exit code.
  struct Outcome {
    let hasFindings: Bool
    let hasFailures: Bool
  }

  func outcome() throws(CommandError) -> Outcome {
    let discovery = InputDiscovery(paths, hiddenNames: PromptFormat.hiddenNames) { PromptFormat(path: $0) != nil }
    discovery.sayWhatWasNotRead()
    let inputs = discovery.paths.map(read).filter(isPrompt)
    let outcome = try fixes.diff ? showPatch(inputs) : fixes.fix ? fix(inputs) : report(inputs.map(audit))
    return Outcome(hasFindings: outcome.hasFindings, hasFailures: outcome.hasFailures || !discovery.errors.isEmpty)
  }

  // MARK: Inputs

  private enum Input {
    case file(InputFile, isStandardInput: Bool)
    case unreadable(path: String, reason: String)
  }

  private func read(_ path: String) -> Input {
    do throws(CommandError) {
      let file = try InputFile.read(path)
      guard path == "-" else { return .file(file, isStandardInput: false) }
      return .file(InputFile(path: output.stdinFilename ?? file.path, bytes: file.bytes), isStandardInput: true)
    } catch {
      return .unreadable(path: path, reason: error.reason)
    }
  }

  /// Whether the input is to be looked at: a template that was only come upon may be one of something else, and it is
  /// said which were.
  private func isPrompt(_ input: Input) -> Bool {
    guard case .file(let file, false) = input, PromptFormat(path: file.path)?.mayBeNoPrompt == true,
      !paths.contains(file.path),
      let document = try? PromptDocument(path: file.path, bytes: file.bytes), let reason = document.notAPrompt
    else { return true }
    StandardError.line("\(file.path): passed over, it \(reason)")
    return false
  }

  private func audit(_ input: Input) -> FileAudit {
    switch input {
    case .file(let file, _): auditor.audit(path: file.path, bytes: file.bytes)
    case .unreadable(let path, let reason): .unreadable(path: path, reason: reason)
    }
  }

  // MARK: Reporting

  private func report(_ files: [FileAudit]) throws(CommandError) -> Outcome {
    let report = AuditReport(files: files, counting: choice.tokenizer)
    try StandardOutput.write(rendered(report), orTo: output.outputFile)
    return outcome(of: report)
  }

  private func outcome(of report: AuditReport) -> Outcome {
    Outcome(
      hasFindings: report.files.contains { !$0.isFailure && !$0.findings.isEmpty }, hasFailures: report.hasFailures)
  }

  private func rendered(_ report: AuditReport) -> String {
    let prices = choice.price.map {
      AuditPrices($0, requestsPerMonth: output.requestsPerMonth)
    }
    let audit = PricedAudit(report, prices: prices, fixSafety: fixes.safety)
    return switch output.format {
    case .text: output.quiet ? audit.findingsText : audit.text
    case .json: audit.json
    case .sarif: audit.sarif(toolVersion: TareTool.version)
    case .github: audit.gitHub
    }
  }

  // MARK: Fixing

  private func fixed(_ input: Input) -> FixedPrompt? {
    guard case .file(let file, _) = input else { return nil }
    return auditor.fixed(path: file.path, bytes: file.bytes, upTo: fixes.safety)
  }

  private func fix(_ inputs: [Input]) throws(CommandError) -> Outcome {
    var files: [FileAudit] = []
    var notes: [String] = []
    var pipedText: [UInt8]?
    var hasFailures = false
    for input in inputs {
      guard case .file(let file, let isStandardInput) = input, let prompt = fixed(input) else {
        files.append(audit(input))
        if case .file(let file, true) = input { pipedText = file.bytes }
        continue
      }
      do throws(CommandError) {
        if isStandardInput {
          pipedText = prompt.after.utf8
        } else if prompt.hasChanges {
          try refuseIfChanged(file)
          try AtomicFile.write(prompt.after.utf8, to: file.path)
        }
        files.append(prompt.remaining)
        notes += prompt.applied.map { "\(file.path): \($0.code) \($0.name), \($0.saving) tokens saved" }
      } catch {
        // The other files are mended all the same, and this one is as it was.
        StandardError.line(error.message)
        files.append(audit(input))
        hasFailures = true
      }
    }
    if !output.quiet { showNotes(notes) }
    let outcome = if let pipedText { try pipe(pipedText, files) } else { try report(files) }
    return Outcome(hasFindings: outcome.hasFindings, hasFailures: outcome.hasFailures || hasFailures)
  }

  /// A file that somebody saved since it was read is not written over; what they wrote would be gone.
  private func refuseIfChanged(_ file: InputFile) throws(CommandError) {
    guard try InputFile.read(file.path).bytes == file.bytes else {
      throw .input(file.path, "changed while it was being mended; nothing was written, run again")
    }
  }

  /// Standard output belongs to the mended text; the report goes to its file or to standard error.
  private func pipe(_ text: [UInt8], _ files: [FileAudit]) throws(CommandError) -> Outcome {
    StandardOutput.write(text)
    if output.outputFile != nil { return try report(files) }
    let report = AuditReport(files: files, counting: choice.tokenizer)
    StandardError.write(rendered(report))
    return outcome(of: report)
  }

  private func showNotes(_ notes: [String]) {
    guard !notes.isEmpty else { return }
    if fixes.showFixes { for note in notes { StandardError.line("fixed \(note)") } }
    StandardError.line("\(notes.count) \(notes.count == 1 ? "finding" : "findings") fixed.")
  }

  private func showPatch(_ inputs: [Input]) throws(CommandError) -> Outcome {
    var patch = ""
    var hasFailures = false
    for input in inputs {
      guard case .file(let file, _) = input, let prompt = fixed(input) else {
        hasFailures = true
        let unread = audit(input)
        for finding in unread.findings {
          let place = "\(unread.path):\(unread.source.location(of: finding.range.start))"
          StandardError.line(CommandError.input(place, finding.message.description).message)
        }
        continue
      }
      guard prompt.hasChanges else { continue }
      patch += LineDiff(before: prompt.before, after: prompt.after)
        .unified(before: prompt.before, after: prompt.after, oldName: file.path, newName: file.path)
    }
    try StandardOutput.write(patch, orTo: output.outputFile)
    return Outcome(hasFindings: !patch.isEmpty, hasFailures: hasFailures)
  }
}
