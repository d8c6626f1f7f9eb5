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
    let read = found.map { LintInput($0, standardInputName: standardInputName) }
    let notices = Dictionary(
      read.lazy.filter { !named.contains($0.path) && !search.isIncluded($0.path) }
        .compactMap { input in
          input.notAPrompt.map { (input.path, "\(RulePage.notAPrompt.code) passed over, it \($0)") }
        },
      uniquingKeysWith: { first, _ in first })
    inputs = read.filter { notices[$0.path] == nil }
    if !isQuiet { Self.say(read.compactMap { input in notices[input.path].map { "\(input.path): \($0)" } }) }
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

  /// Says which templates that a search came upon are of something else, and of many only how many there are.
  private static func say(_ notices: [String]) {
    for notice in notices.prefix(mostNotices) { StandardError.line(notice) }
    let rest = notices.count - mostNotices
    guard rest > 0 else { return }
    let verb = rest == 1 ? "is" : "are"
    StandardError.line("\(rest.grouped) more \(verb) passed over, as no prompts (\(RulePage.notAPrompt.code))")
  }

  private static let mostNotices = 5
}
