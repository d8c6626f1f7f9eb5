import ArgumentParser
import Tare

/// `tare models import`: another project's prices in the form that `--rates` reads.
struct ModelsImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Turns LiteLLM's or genai-prices' prices into a file for --rates.",
    discussion: """
      Examples:
        tare models import model_prices_and_context_window.json --date 2026-11-20
        tare models import data.json --from genai-prices --date 2026-11-20 -o rates.json
        tare price usage.json --rates rates.json

      Prices are read digit by digit. Each entry becomes a rate or is listed with the reason, and each member that is not \
      taken is listed with how often and where it stands. What the list does not state stays unknown.
      """)

  @OptionGroup var list: ImportOptions

  @Option(
    name: [.short, .customLong("output-file")],
    help: ArgumentHelp("Write the rates to this file; - for standard output.", valueName: "file"))
  var outputFile: String?

  @Flag(help: "Name every entry that is no rate or free, not only the first of each group.")
  var all = false

  @Option(help: ArgumentHelp("The account: text or json.", valueName: "format"))
  var format: ModelsFormat = .text

  func run() throws {
    let (imported, name) = try list.imported()
    let report = ImportReport(imported, of: name, namesAll: all)
    let account = format == .json ? report.json : report.text
    guard let outputFile else { return StandardOutput.write(account) }
    try StandardOutput.write(imported.catalogue.json, orTo: outputFile)
    if StandardOutput.isNamed(outputFile) {
      account.split(separator: "\n", omittingEmptySubsequences: false).dropLast().forEach {
        StandardError.line(String($0))
      }
    } else {
      StandardOutput.write(account)
    }
  }
}
