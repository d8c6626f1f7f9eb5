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
  ///
  /// - Parameter isQuiet: Whether templates of something else are passed over without a word.
  init(_ paths: [String], standardInputName: String?, isQuiet: Bool = false, _ configurations: LintConfigurations) {
    let search = LintSearch(configurations)
    let discovery = search.discovery(of: paths)
    discovery.sayWhatWasNotRead()
    let named = Set(paths)
    let found = discovery.paths.filter { path in
      let name = path == "-" ? standardInputName ?? path : path
      return !named.contains(path) || !search.leavesOut(named: name)
    }
    inputs = found.map { LintInput($0, standardInputName: standardInputName) }
      .filter { input in
        guard !named.contains(input.path), !search.isIncluded(input.path) else { return true }
        return Self.isPrompt(input, isQuiet: isQuiet)
      }
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

  /// Whether an input that was only come upon is to be looked at: a template may be one of something else, and it is said
  /// which were.
  private static func isPrompt(_ input: LintInput, isQuiet: Bool) -> Bool {
    guard case .file(let file, _) = input, let reason = input.notAPrompt else { return true }
    if !isQuiet { StandardError.line("\(file.path): \(RulePage.notAPrompt.code) passed over, it \(reason)") }
    return false
  }
}
