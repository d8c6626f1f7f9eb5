import ArgumentParser
import Tare

/// Which rules run, against which figures, and how much their findings matter.
struct LintRuleOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Run only these: codes, names, beginnings of codes, or ALL; separated by commas.", valueName: "rules"))
  var select: [String] = []

  @Option(help: ArgumentHelp("Leave these out, in the same notation.", valueName: "rules"))
  var ignore: [String] = []

  @Option(help: ArgumentHelp("Run these besides those that run anyway.", valueName: "rules"))
  var extendSelect: [String] = []

  @Option(help: ArgumentHelp("Make only the fixes of these.", valueName: "rules"))
  var fixable: [String] = []

  @Option(help: ArgumentHelp("Do not make the fixes of these.", valueName: "rules"))
  var unfixable: [String] = []

  @Option(
    help: ArgumentHelp(
      "Leave rules out on the files of a pattern, as in 'tests/**:SEC001,BUD'.", valueName: "pattern:rules"))
  var perFileIgnores: [String] = []

  @Option(help: ArgumentHelp("The most tokens one file may send (BUD001).", valueName: "n"))
  var maxTokens: Int?

  @Option(
    help: ArgumentHelp(
      "With --base: the most one file may grow, in tokens or, with %, in hundredths (BUD002).", valueName: "n"))
  var maxGrowth: Growth?

  @Option(help: ArgumentHelp("Make findings of these rules errors.", valueName: "rules"))
  var errorOn: [String] = []

  @Option(help: ArgumentHelp("Leave out findings that matter less: info, warning or error.", valueName: "severity"))
  var minSeverity: Severity?

  @Option(help: ArgumentHelp("Exit with 0 while there are no errors and no more warnings than these.", valueName: "n"))
  var maxWarnings: Int?

  @Flag(help: "Ask for a reason behind -- in comments that let findings be (TARE007).")
  var requireReasons = false

  func validate() throws {
    if let maxTokens, maxTokens < 0 { throw ValidationError("--max-tokens takes no negative number") }
    if let maxWarnings, maxWarnings < 0 { throw ValidationError("--max-warnings takes no negative number") }
    for ignore in perFileIgnores where !ignore.contains(":") {
      throw ValidationError("--per-file-ignores takes a pattern, a colon and rules, and here is \"\(ignore)\"")
    }
  }

  private var choices: LintChoices {
    var choices = LintChoices()
    choices.select = select.isEmpty ? nil : located(select)
    choices.ignore = located(ignore)
    choices.extendSelect = located(extendSelect)
    choices.fixable = fixable.isEmpty ? nil : located(fixable)
    choices.unfixable = located(unfixable)
    choices.severities = located(errorOn).map { .init($0, .error) }
    choices.limits = TokenLimits(maxTokens: maxTokens, maxGrowth: maxGrowth)
    return choices
  }

  /// What the options and those of `counting` say, as settings on top of all others.
  func layer(counting: EncodingOptions) -> ConfigurationLayer {
    var layer = ConfigurationLayer(name: SettingPlace.commandLine.file)
    layer.isCheckedElsewhere = true
    layer.choices = choices
    layer.requiresReasons = requireReasons ? true : nil
    layer.perFileIgnores = ignores(below: .working)
    counting.lay(on: &layer)
    return layer
  }

  /// The rules to leave out on some files; patterns begin in `folder`.
  private func ignores(below folder: LexicalPath) -> [PerFileIgnore] {
    perFileIgnores.map { text in
      let colon = text.lastIndex(of: ":") ?? text.endIndex
      return PerFileIgnore(
        String(text[..<colon]), below: folder, rules: located([String(text[colon...].dropFirst())]),
        at: .commandLine)
    }
  }

  private func located(_ options: [String]) -> [Located<String>] {
    commaSeparated(options).map { Located($0, at: .commandLine) }
  }
}

extension SettingPlace {
  /// The command line, where no place need be named.
  static let commandLine = SettingPlace("command line")
}

/// The words of options that take several, separated by commas.
func commaSeparated(_ options: [String]) -> [String] {
  options.flatMap { $0.split(separator: ",").map { String($0.filter { $0 != " " }) } }
}
