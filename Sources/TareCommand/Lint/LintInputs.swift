import Tare

/// What one run of `tare lint` looks at.
struct LintInputs {
  /// The inputs, in the order of the arguments and, within a folder, of their paths.
  let inputs: [LintInput]
  /// Whether an argument could not be followed to the files it names.
  let hasFailures: Bool

  /// The paths of those that could be read.
  var paths: [String] {
    inputs.compactMap { if case .file(let file, _) = $0 { file.path } else { nil } }
  }

  /// Finds and reads what `paths` name, and says what was passed over.
  init(_ paths: [String], standardInputName: String?) {
    let discovery = InputDiscovery(paths, hiddenNames: PromptFormat.hiddenNames) { PromptFormat(path: $0) != nil }
    discovery.sayWhatWasNotRead()
    hasFailures = !discovery.errors.isEmpty
    inputs = discovery.paths.map { LintInput($0, standardInputName: standardInputName) }
      .filter { Self.isPrompt($0, named: paths) }
  }

  /// Whether the input is to be looked at: a template that was only come upon may be one of something else, and it is
  /// said which were.
  private static func isPrompt(_ input: LintInput, named paths: [String]) -> Bool {
    guard case .file(let file, _) = input, !paths.contains(file.path), let reason = input.notAPrompt else {
      return true
    }
    StandardError.line("\(file.path): \(RulePage.notAPrompt.code) passed over, it \(reason)")
    return false
  }
}
