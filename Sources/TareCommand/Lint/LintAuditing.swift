import Tare

/// Audits and mends inputs, several at a time.
struct LintAuditing: Sendable {
  /// What holds for each input.
  let settings: LintSettings
  /// What is known about each input besides its bytes.
  var contexts: LintContexts
  let safety: FixSafety
  /// How many inputs are worked on at a time.
  let threads: Int
  /// What was found before; `nil` where every file is to be looked at.
  let cache: ResultCache?

  /// What the rules find in each input, in the order of the inputs.
  func audits(of inputs: [LintInput]) throws(CommandError) -> [FileAudit] {
    let before = try auditsBefore(inputs)
    var auditing = self
    auditing.contexts.foundTogether = foundTogether(before)
    return together(try auditing.separateAudits(of: inputs), before: before.compactMap(\.summary)).map { audit in
      contexts.baseline == nil ? audit.limitingUnseen(to: []) : audit.limitingUnseen(to: codesThatRan(audit.path))
    }
  }

  /// `files` with what is found in those together that are loaded together.
  func together(_ files: [FileAudit], before: [PromptSummary] = []) -> [FileAudit] {
    settings.auditedTogether(files, base: before, sidecars: contexts.sidecars)
  }

  private func codesThatRan(_ path: String) -> Set<String> {
    settings[path].auditor.codesThatRan(hasBase: contexts.hasBase).union(settings[path].settings.codesTogether)
  }

  /// What was found in each input as it stood before; nothing without a base.
  private func auditsBefore(_ inputs: [LintInput]) throws(CommandError) -> [FileAudit] {
    guard contexts.hasBase else { return [] }
    return try inParallel(inputs) { input in
      guard case .file(let file, _) = input, let base = contexts.context(of: file.path).base else { return nil }
      return settings[file.path].auditor.audit(path: file.path, bytes: base)
    }.compactMap(\.self)
  }

  /// What was found before in several files together, by path: rules over one file look at its base themselves.
  private func foundTogether(_ before: [FileAudit]) -> [String: [Baseline.Entry]] {
    guard contexts.scope == .newSinceBase else { return [:] }
    let entries = together(before).map { file in
      let codes = settings[file.path].settings.codesTogether
      return (file.path, file.baselineEntries.filter { codes.contains($0.code) })
    }
    return Dictionary(entries) { first, _ in first }
  }

  private func separateAudits(of inputs: [LintInput]) throws(CommandError) -> [FileAudit] {
    guard let cache else { return try inParallel(inputs, audit) }
    let audits = try inParallel(inputs) { input in
      let key = key(of: input)
      return (key, remembered(input, key, cache.audits) ?? audit(input))
    }
    cache.keep(Dictionary(audits.compactMap { key, audit in key.map { ($0, audit) } }, uniquingKeysWith: { $1 }))
    return audits.map(\.1)
  }

  /// What becomes of each input with its fixes made; `nil` for one that cannot be read as a prompt.
  func fixed(_ inputs: [LintInput]) throws(CommandError) -> [FixedPrompt?] {
    try inParallel(inputs) { input in
      guard case .file(let file, _) = input else { return nil }
      return settings[file.path].auditor.fixed(
        path: file.path, bytes: file.bytes, upTo: safety, in: context(of: file.path))
    }
  }

  func audit(_ input: LintInput) -> FileAudit {
    switch input {
    case .file(let file, _):
      settings[file.path].auditor.audit(path: file.path, bytes: file.bytes, in: context(of: file.path))
    case .unreadable(let path, let reason): .unreadable(path: path, reason: reason)
    }
  }

  func context(of path: String) -> AuditContext {
    var context = contexts.context(of: path)
    context.suppressions += settings[path].settings.suppressions
    return context
  }

  private func key(of input: LintInput) -> AuditKey? {
    // What settings say of the file is in their fingerprint; what else is known of it is not.
    guard case .file(let file, _) = input, contexts.context(of: file.path).isEmpty else { return nil }
    return AuditKey(path: file.path, bytes: file.bytes, fingerprint: settings[file.path].fingerprint)
  }

  private func remembered(_ input: LintInput, _ key: AuditKey?, _ cache: AuditCache) -> FileAudit? {
    guard case .file(let file, _) = input, let key else { return nil }
    return cache.audit(key, path: file.path, bytes: file.bytes)
  }

  private func inParallel<Result: Sendable>(
    _ inputs: [LintInput], _ transform: @escaping @Sendable (LintInput) -> Result
  ) throws(CommandError) -> [Result] {
    let progress = Progress(of: inputs.count, "files")
    defer { progress.clear() }
    do {
      return try mapped(inputs, workers: threads) { input in
        defer { progress.advance() }
        return transform(input)
      }
    } catch {
      throw .usage(describe(error))
    }
  }
}
