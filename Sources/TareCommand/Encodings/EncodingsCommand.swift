import ArgumentParser
import Tare

/// `tare encodings`: the encodings that tokens are counted in, and how to install more.
struct EncodingsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "encodings",
    abstract: "Lists the encodings that tokens are counted in, and installs more.",
    usage: "tare encodings [list | show | add | remove]",
    discussion: """
      Examples:
        tare encodings                                        all of them
        tare encodings show o200k_base                        one, with all there is to know
        tare encodings add tokenizer.json --name qwen3 --family qwen
        tare encodings add tokenizer.model --name llama3 --pattern '<expression>'
        tare encodings remove qwen3

      A published vocabulary is compiled once and kept in the folder encodings of $TARE_DATA, or of \
      $XDG_DATA_HOME/tare, or of ~/.local/share/tare. Then --encoding takes its name.
      """,
    subcommands: [
      EncodingsListCommand.self, EncodingsShowCommand.self, EncodingsAddCommand.self, EncodingsRemoveCommand.self,
    ],
    defaultSubcommand: EncodingsListCommand.self)
}

/// How encodings are shown.
enum EncodingsFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
}

/// `tare encodings list`.
struct EncodingsListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the encodings, built in and installed.")

  @Option(help: ArgumentHelp("Output: text or json.", valueName: "format"))
  var format: EncodingsFormat = .text

  func run() throws {
    let list = EncodingList(Encoding.all + (try EncodingStore()).all().encodings)
    StandardOutput.write(format == .json ? list.json : list.text)
  }
}

/// `tare encodings show`.
struct EncodingsShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Shows what an encoding is and where it came from.")

  @Argument(help: ArgumentHelp("Names of encodings.", valueName: "name"))
  var names: [String]

  @Option(help: ArgumentHelp("Output: text or json.", valueName: "format"))
  var format: EncodingsFormat = .text

  func run() throws {
    var encodings: [Encoding] = []
    for name in names { encodings.append(try EncodingOptions.encoding(named: name)) }
    let list = EncodingList(encodings)
    StandardOutput.write(format == .json ? list.json : list.details)
  }
}

/// `tare encodings remove`.
struct EncodingsRemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Removes installed encodings.")

  @Argument(help: ArgumentHelp("Names of installed encodings.", valueName: "name"))
  var names: [String]

  func run() throws {
    let store = try EncodingStore()
    let installed = store.names
    for name in names where !installed.contains(name) {
      let isBuiltIn = Encoding.all.contains { $0.name == name }
      throw CommandError.usage("\"\(name)\" is \(isBuiltIn ? "built in" : "not installed"); nothing was removed")
    }
    for name in names { try store.remove(name) }
  }
}
