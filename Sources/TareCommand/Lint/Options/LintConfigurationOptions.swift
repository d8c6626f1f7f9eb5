import ArgumentParser
import FoundationEssentials
import Tare

/// Where settings come from, and which files they leave out.
struct LintConfigurationOptions: ParsableArguments {
  @OptionGroup var source: SettingSourceOptions

  @Option(
    help: ArgumentHelp(
      "Pass over these files and folders, in place of those that settings exclude.", valueName: "patterns"))
  var exclude: [String] = []

  @Option(help: ArgumentHelp("Pass over these as well.", valueName: "patterns"))
  var extendExclude: [String] = []

  @Flag(inversion: .prefixedNo, help: "Whether a search in folders passes over what git ignores; it does if left out.")
  var respectGitignore: Bool?

  @Flag(inversion: .prefixedNo, help: "Whether files that are named are passed over where they are excluded.")
  var forceExclude: Bool?

  @Flag(help: "Show what holds for the files, and look at none.")
  var showSettings = false

  @Flag(help: "List the files that would be looked at, and look at none.")
  var showFiles = false

  func validate() throws {
    if showSettings, showFiles { throw ValidationError("--show-settings and --show-files exclude each other") }
  }
}

extension LintConfigurationOptions {
  /// Lays what the options say on `layer`; patterns begin in `folder`.
  func lay(on layer: inout ConfigurationLayer, below folder: LexicalPath) {
    let patterns = { (options: [String]) in commaSeparated(options).map { PathPattern($0, below: folder) } }
    layer.exclude = exclude.isEmpty ? nil : patterns(exclude)
    layer.extendExclude = patterns(extendExclude)
    layer.respectsGitignore = respectGitignore
    layer.forcesExclude = forceExclude
  }
}

extension LexicalPath {
  /// The folder that the process runs in.
  static var working: LexicalPath { LexicalPath(FileManager.default.currentDirectoryPath) }
}
