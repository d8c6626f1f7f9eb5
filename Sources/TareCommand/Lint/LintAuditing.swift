import Tare

/// Audits and mends inputs, several at a time.
struct LintAuditing: Sendable {
  let auditor: Auditor
  let safety: FixSafety
  /// How many inputs are worked on at a time.
  let threads: Int

  /// What the rules find in each input, in the order of the inputs.
  func audits(of inputs: [LintInput]) throws(CommandError) -> [FileAudit] {
    try inParallel(inputs, audit)
  }

  /// What becomes of each input with its fixes made; `nil` for one that cannot be read as a prompt.
  func fixed(_ inputs: [LintInput]) throws(CommandError) -> [FixedPrompt?] {
    try inParallel(inputs) { input in
      guard case .file(let file, _) = input else { return nil }
      return auditor.fixed(path: file.path, bytes: file.bytes, upTo: safety)
    }
  }

  func audit(_ input: LintInput) -> FileAudit {
    switch input {
    case .file(let file, _): auditor.audit(path: file.path, bytes: file.bytes)
    case .unreadable(let path, let reason): .unreadable(path: path, reason: reason)
    }
  }

  private func inParallel<Result: Sendable>(
    _ inputs: [LintInput], _ transform: @escaping @Sendable (LintInput) -> Result
  ) throws(CommandError) -> [Result] {
    do { return try mapped(inputs, workers: threads, transform) } catch { throw .usage(describe(error)) }
  }
}
