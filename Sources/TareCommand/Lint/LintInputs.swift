import Tare

/// What one run of `tare lint` looks at.
struct LintInputs {
  /// The inputs, in the order of the arguments and, within a folder, of their paths.
  let inputs: [LintInput]
  /// Whether an argument could not be followed to the files it names, or settings were wrong.
  let hasFailures: Bool

  /// The paths of those that could be read.
  var paths: [String] {
    inputs.compactMap { if case .file(let file, _) = $0 { file.path } else { nil } }
  }

  /// Finds and reads what `paths` name and settings leave in, and says what was passed over.
  init(_ paths: [String], standardInputName: String?, _ configurations: LintConfigurations) {
    let search = LintSearch(configurations)
    let discovery = search.discovery(of: paths)
    discovery.sayWhatWasNotRead()
    let named = Set(paths)
    let found = discovery.paths.filter { path in
      let name = path == "-" ? standardInputName ?? path : path
      return !named.contains(path) || !search.leavesOut(named: name)
    }
    inputs = found.map { LintInput($0, standardInputName: standardInputName) }
      .filter { Self.isPrompt($0, isNamed: named.contains($0.path) || search.isIncluded($0.path)) }
    for error in configurations.errors { StandardError.line(CommandError(error).message) }
    hasFailures = !discovery.errors.isEmpty || !configurations.errors.isEmpty
  }

  private init(_ inputs: [LintInput], hasFailures: Bool) {
    self.inputs = inputs
    self.hasFailures = hasFailures
  }

  /// The inputs whose settings can be used; what is wrong with those of the others is said.
  func leavingOut(_ settings: LintSettings) -> LintInputs {
    for error in settings.errors { StandardError.line(error.message) }
    return LintInputs(
      inputs.filter { !settings.leavesOut($0.path) }, hasFailures: hasFailures || !settings.errors.isEmpty)
  }

  /// Whether the input is to be looked at: a template that was only come upon may be one of something else, and it is
  /// said which were.
  private static func isPrompt(_ input: LintInput, isNamed: Bool) -> Bool {
    guard !isNamed, case .file(let file, _) = input, let reason = input.notAPrompt else { return true }
    StandardError.line("\(file.path): \(RulePage.notAPrompt.code) passed over, it \(reason)")
    return false
  }
}
