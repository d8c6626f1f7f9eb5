import ArgumentParser
import Tare

/// `tare models check`: whether another project's prices are the same.
struct ModelsCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Compares the prices with LiteLLM's or genai-prices'.",
    discussion: """
      Examples:
        tare models check model_prices_and_context_window.json --date 2026-11-20
        tare models check data.json --date 2026-11-20 --rates ours.json --format json

      Exit codes: 0 where all figures that both state are the same, 1 where one differs, 2 for input that cannot be read.
      """)

  @OptionGroup var list: ImportOptions

  @OptionGroup var prices: RateOptions

  @Option(help: ArgumentHelp("Output: text or json.", valueName: "format"))
  var format: ModelsFormat = .text

  func run() throws {
    let catalogue = try prices.catalogue
    let (imported, name) = try list.imported()
    let comparison = CatalogueComparison(catalogue, with: imported.catalogue, on: prices.at?.day ?? list.date)
    let report = ComparisonReport(comparison, with: name)
    StandardOutput.write(format == .json ? report.json : report.text)
    if !comparison.different.isEmpty { throw ExitCode.findings }
  }
}
