import ArgumentParser
import Tare

/// `tare init`: a new file of settings.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Writes a tare.yaml with every setting explained, all of them commented out.",
    usage: "tare init [<folder>]",
    discussion: "A file that is there is left as it is.")

  @Argument(help: ArgumentHelp("Where to write it; the current folder if left out.", valueName: "folder"))
  var folder = "."

  func run() throws {
    let path = folder == "." ? ConfigurationFiles.name : "\(folder)/\(ConfigurationFiles.name)"
    guard FileKind(at: path) == nil else {
      throw CommandError.input(path, "is there already, and was left as it is")
    }
    try AtomicFile.write(Array(StarterFile().text.utf8), to: path)
    StandardError.line("wrote \(path)")
  }
}
