import ArgumentParser
import Tare

/// `tare map`: where the tokens of prompts are.
struct MapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map",
    abstract: "Shows where the tokens of prompts are: file by file, section by section.",
    usage: "tare map [options] [<path> ...]",
    discussion: """
      Examples:
        tare map prompts/                          every prompt below a folder, its sections one level deep
        tare map CLAUDE.md                         all sections of one file
        tare map prompts/ --depth 0                files only
        tare map prompts/ --min-tokens 100         what is smaller on one line
        tare map prompts/ --model gpt-5.4          with what each part costs
        tare map prompts/ --format html -o map.html

      What is counted is what is sent: front matter, comments of templates and the syntax of JSON and YAML files are \
      named, and not counted. The parts of anything sum to the whole.
      """)

  @Argument(
    help: ArgumentHelp(
      "Files, folders, patterns such as 'prompts/**/*.md', or - for standard input; the current folder if left out.",
      valueName: "path"))
  var paths: [String] = ["."]

  @OptionGroup(title: "Extent") var programs: ProgramOptions
  @OptionGroup(title: "Extent") var extent: MapExtentOptions
  @OptionGroup(title: "Settings") var source: SettingSourceOptions
  @OptionGroup(title: "Counting") var encodingChoice: EncodingOptions
  @OptionGroup(title: "Output") var output: MapOutputOptions

  func run() throws {
    var commandLine = ConfigurationLayer(name: SettingPlace.commandLine.file)
    encodingChoice.lay(on: &commandLine)
    programs.lay(on: &commandLine)
    let configurations = try LintConfigurations(source, commandLine: commandLine)
    let inputs = MapInputs(
      LintInputs(paths, standardInputName: output.stdinFilename, configurations), configurations)
    // One map has one unit: that of the folder it is drawn in.
    let choice = try EncodingChoice(configurations.settingsHere).priced()
    inputs.sayWhatWasNotRead()
    let map = TokenMap(of: inputs.documents, counting: choice.tokenizer)
    let report = MapReport(map, price: choice.price, extent.extent(of: inputs.documents.count))
    try output.write(report)
    if inputs.hasFailures { throw ExitCode.badInput }
  }
}
