import ArgumentParser
import Tare

/// `tare models`: the models whose prices are known.
struct ModelsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "models",
    abstract: "Lists models, what they cost and how their tokens are counted.",
    usage: "tare models [options] [<text>]",
    discussion: """
      Examples:
        tare models                     all whose prices are known
        tare models claude              those named, nicknamed or sold so
        tare models p50k_base           those with that vocabulary, with a price or without
        tare models gemini --at 2027-01-01    with the prices that are announced for that day
        tare models --format json

      Tokens are exact where the model's own vocabulary is built in or installed, assumed where no source names it, \
      and estimated, with a band for each kind of text, by measured ratios.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  @Argument(help: ArgumentHelp("Part of a model's name, an alias, a provider or a vocabulary.", valueName: "text"))
  var text: String = ""

  @OptionGroup var prices: RateOptions

  @Option(help: ArgumentHelp("Output: text or json.", valueName: "format"))
  var format: Format = .text

  func run() throws {
    let catalogue = try prices.catalogue
    let list = ModelList(
      catalogue, try ModelDirectory.ofThisVersion, installed: EncodingStore.installed, matching: text, at: prices.at)
    // A search that finds nothing says what is near, as any command that takes a model does.
    if list.isEmpty { _ = try ModelDirectory.ofThisVersion.model(orNearest: text) }
    StandardOutput.write(format == .json ? list.json : list.text)
  }
}
