import ArgumentParser
import Tare

/// `tare models`: the models whose prices are known.
struct ModelsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "models",
    abstract: "Lists the models whose prices are known, and how their tokens are counted.",
    usage: "tare models [options] [<text>]",
    discussion: """
      Examples:
        tare models                     all of them
        tare models claude              those named, nicknamed or sold so
        tare models --format json

      Tokens are exact where the model's own vocabulary is built in, assumed where no source names it, and \
      estimated, with a band, by a measured ratio.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  @Argument(help: ArgumentHelp("Part of a model's name, an alias or a provider.", valueName: "text"))
  var text: String = ""

  @Option(help: ArgumentHelp("Output: text or json.", valueName: "format"))
  var format: Format = .text

  func run() throws {
    let catalogue = try RateCatalogue.ofThisVersion
    let list = ModelList(catalogue, matching: text)
    // A search that finds nothing says what is near, as any command that takes a model does.
    if list.isEmpty { _ = try catalogue.rate(orNearest: text) }
    StandardOutput.write(format == .json ? list.json : list.text)
  }
}
