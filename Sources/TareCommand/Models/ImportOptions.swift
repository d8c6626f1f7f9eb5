import ArgumentParser
import Tare

/// Another project's list of prices: which file, whose, of which day.
struct ImportOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "LiteLLM's model_prices_and_context_window.json, or data.json of genai-prices; - for standard input.",
      valueName: "file"))
  var file: String

  @Option(
    help: ArgumentHelp(
      "Whose list it is: litellm or genai-prices; by its shape, if left out.", valueName: "project"))
  var from: CatalogueOrigin?

  @Option(
    help: ArgumentHelp(
      "The day it was published, which it does not say. Prices that begin later are announced ones.",
      valueName: "day"))
  var date: CalendarDate

  /// The list and what messages call it.
  func imported() throws(CommandError) -> (catalogue: ImportedCatalogue, name: String) {
    let input = try InputFile.read(file)
    do { return (try ImportedCatalogue(parsing: input.bytes, origin: from, date: date), input.path) } catch {
      throw .input(input.path, error.description)
    }
  }
}
