import ArgumentParser
import Tare

/// Where settings come from.
struct SettingSourceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Take settings from this file for all prompts, or lay a setting such as 'max-tokens: 900' over those found.",
      valueName: "file or key: value"))
  var config: [String] = []

  @Flag(help: "Leave every tare.yaml aside.")
  var isolated = false
}

extension LintConfigurations {
  /// The settings that `source` names, with those of the command line on top.
  convenience init(_ source: SettingSourceOptions, commandLine: ConfigurationLayer) throws(CommandError) {
    try self.init(config: source.config, isIsolated: source.isolated, commandLine: commandLine)
  }
}
