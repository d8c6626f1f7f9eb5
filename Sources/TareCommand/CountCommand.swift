import ArgumentParser
import Tare

/// `tare count`: how many tokens files, folders, patterns and standard input hold.
struct CountCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "count", abstract: "Counts the tokens of files, folders, patterns and standard input.")

  @Argument(help: "Files, folders, patterns such as 'prompts/**/*.md', or - for standard input.")
  var paths: [String]

  func run() async throws {
    let discovery = InputDiscovery(paths)
    for path in discovery.paths {
      let file = try InputFile.read(path)
      StandardOutput.write("\(Tokenizer(.o200kBase).count(file.bytes.span))  \(file.path)\n")
    }
  }
}
