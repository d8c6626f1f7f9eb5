import ArgumentParser
import Tare

/// `tare models list`, which is also meant where nothing else is.
struct ModelsListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists models, all or those that a text names.")

  @Argument(
    help: ArgumentHelp(
      "Parts of a model's name, an alias, the provider or the vocabulary; each has to fit.", valueName: "text"))
  var words: [String] = []

  @OptionGroup var prices: RateOptions

  @Option(help: ArgumentHelp("Output: text or json.", valueName: "format"))
  var format: ModelsFormat = .text

  func run() throws {
    let catalogue = try prices.catalogue
    let text = words.joined(separator: " ")
    let list = ModelList(
      catalogue, try ModelDirectory.ofThisVersion, installed: EncodingStore.installed, matching: text, at: prices.at)
    // A search that finds nothing says what is near, as any command that takes a model does.
    if list.isEmpty { _ = try ModelDirectory.ofThisVersion.model(orNearest: text) }
    StandardOutput.write(format == .json ? list.json : list.text)
  }
}
