import ArgumentParser
import Tare

/// `tare config`: what is true of files of settings, without looking at a prompt.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Checks files of settings, and gives their schema.",
    usage: "tare config <schema | check>",
    subcommands: [ConfigSchemaCommand.self, ConfigCheckCommand.self])
}

/// `tare config schema`: the JSON schema of tare.yaml.
struct ConfigSchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Prints the JSON schema of tare.yaml, by which editors complete and check it.",
    usage: "tare config schema")

  func run() throws {
    StandardOutput.write(ConfigurationSchema().json)
  }
}

/// `tare config check`: whether files of settings can be used.
struct ConfigCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Says of each file of settings what is wrong with it.",
    usage: "tare config check [<file> ...]")

  @Argument(help: ArgumentHelp("Files; the tare.yaml of the current folder if left out.", valueName: "file"))
  var files = [ConfigurationFiles.name]

  func run() throws {
    var hasFailures = false
    for file in files {
      do throws(CommandError) {
        let configurations = try LintConfigurations(
          config: [file], commandLine: ConfigurationLayer(name: SettingPlace.commandLine.file))
        _ = try EncodingChoice(configurations.settingsHere).priced()
        StandardOutput.write("\(shownName(file)): ok\n")
      } catch {
        StandardError.line(error.message)
        hasFailures = true
      }
    }
    if hasFailures { throw ExitCode.badInput }
  }
}
