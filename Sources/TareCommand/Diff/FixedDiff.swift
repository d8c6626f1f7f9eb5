import Tare

/// Prompts as they are, and as `tare lint --fix` would leave them. Nothing is written.
struct FixedDiff {
  let paths: [String]
  /// Up to which safety fixes are made.
  let safety: FixSafety
  /// Who counts what a fix saves.
  let counting: EncodingOptions
  let source: SettingSourceOptions
  /// The day on which waivers are looked at.
  let day: CalendarDate?

  func compared() throws(CommandError) -> ComparedPrompts {
    var layer = ConfigurationLayer(name: SettingPlace.commandLine.file)
    counting.lay(on: &layer)
    let configurations = try LintConfigurations(source, commandLine: layer)
    let inputs = LintInputs(paths, standardInputName: nil, isQuiet: true, configurations)
    let settings = try LintSettings(of: inputs.inputs, configurations, least: nil, today: day)
    let sidecars = LintSidecars(beside: inputs.paths)
    var compared = ComparedPrompts(base: paths.joined(separator: " "), head: Self.head)
    compared.isIncomplete = inputs.hasFailures || sidecars.hasFailures
    compared.failures += settings.errors
    for input in inputs.inputs where !settings.leavesOut(input.path) {
      do throws(CommandError) {
        compared.pairs.append(try pair(input, settings, sidecars))
      } catch {
        compared.failures.append(error)
      }
    }
    return compared
  }

  /// What the side after is called.
  private static let head = "as tare lint --fix leaves it"

  private func pair(
    _ input: LintInput, _ settings: LintSettings, _ sidecars: LintSidecars
  ) throws(CommandError) -> PromptPair {
    switch input {
    case .unreadable(let path, let reason): throw .input(path, reason)
    case .file(let file, _):
      let group = settings[file.path]
      let suppressions = (sidecars.suppressions[file.path] ?? []) + group.settings.suppressions
      let before = try PromptText(file, as: group.settings.format)
      guard
        let fixed = group.auditor.fixed(
          path: file.path, bytes: file.bytes, upTo: safety, in: AuditContext(suppressions: suppressions)),
        fixed.hasChanges
      else { return PromptPair(path: file.path, before: before, after: before) }
      let after = InputFile(path: file.path, bytes: fixed.after.utf8)
      return PromptPair(path: file.path, before: before, after: try PromptText(after, as: group.settings.format))
    }
  }
}
