import FoundationEssentials
import Tare

/// `tare lint --add-ignore`: writes down that what is found may stand.
struct LintIgnoring {
  let auditing: LintAuditing
  let reporting: LintReporting
  let reason: String?

  /// Writes comments and sidecars, and reports what cannot be let be.
  func write(_ inputs: [LintInput]) throws(CommandError) -> LintOutcome {
    var count = 0
    var hasFailures = false
    let audits = try auditing.audits(of: inputs)
    for (input, audit) in zip(inputs, audits) where !audit.isFailure {
      do throws(CommandError) {
        count += try letBe(audit, input)
      } catch {
        StandardError.line(error.message)
        hasFailures = true
      }
    }
    if !reporting.output.quiet {
      StandardError.line("\(count) \(count == 1 ? "finding is" : "findings are") let be from now on.")
    }
    let failures = audits.filter(\.isFailure)
    let outcome = failures.isEmpty ? LintOutcome(hasFindings: false, hasFailures: false) : try reporting.write(failures)
    return outcome.failing(hasFailures)
  }

  /// Lets the findings of one file be, and says how many there were.
  private func letBe(_ audit: FileAudit, _ input: LintInput) throws(CommandError) -> Int {
    guard case .file(let file, let isStandardInput) = input, !audit.findings.isEmpty else { return 0 }
    guard !isStandardInput else { throw .input(file.path, "comes from standard input, where nothing can be added") }
    let added = auditing.settings[file.path].auditor.lettingBe(
      audit, in: auditing.context(of: file.path), because: reason)
    if !added.entries.isEmpty { try add(added.entries, beside: file.path) }
    if added.source != audit.source { try file.replace(by: added.source.utf8) }
    return added.count
  }

  private func add(_ entries: [SuppressionSidecar.Addition], beside path: String) throws(CommandError) {
    let sidecar = SuppressionSidecar.path(beside: path)
    let bytes = FileManager.default.fileExists(atPath: sidecar) ? try InputFile.read(sidecar).bytes : []
    let written: [UInt8]
    do throws(SidecarError) {
      written = try SuppressionSidecar.adding(entries, because: reason, to: bytes)
    } catch {
      throw .input("\(sidecar):\(error.line)", error.reason)
    }
    try AtomicFile.write(written, to: sidecar)
  }
}

extension InputFile {
  /// Writes `bytes` in the place of what was read.
  ///
  /// A file that somebody saved since it was read is not written over; what they wrote would be gone. One that has
  /// `bytes` by now went by another name too, as where CLAUDE.md is a link to AGENTS.md.
  func replace(by bytes: [UInt8]) throws(CommandError) {
    let now = try InputFile.read(path).bytes
    guard now != bytes else { return }
    guard now == self.bytes else {
      throw .input(path, "changed while it was being mended; nothing was written, run again")
    }
    try AtomicFile.write(bytes, to: path)
  }
}
