public import ArgumentParser
public import Tare

/// Where a forecast goes, and how it is written.
struct ForecastOutputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Output: \(ForecastFormat.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "format"))
  var format: ForecastFormat?

  @Option(
    name: [.short, .customLong("output-file")],
    help: ArgumentHelp("Write the report to this file.", valueName: "file"))
  var outputFile: String?

  @Option(
    help: ArgumentHelp(
      "Write a further report of the same run to a file, as in html:forecast.html; may be repeated.",
      valueName: "format:file"))
  var report: [FurtherReport<ForecastFormat>] = []

  func validate() throws {
    try ReportFile.checkDistinct(report.map(\.path) + [outputFile].compactMap(\.self))
  }

  /// Writes the report in every form that was asked for, or in none.
  func write(_ forecast: ForecastReport) throws(CommandError) {
    let further = report.map { file(forecast, $0.format, $0.path) }
    try ReportFile.write(further + [file(forecast, format ?? .text, outputFile)])
  }

  private func file(_ forecast: ForecastReport, _ format: ForecastFormat, _ path: String?) -> ReportFile {
    ReportFile(text: forecast.rendered(as: format, toolVersion: TareTool.version), path: path)
  }
}

extension ForecastFormat: ExpressibleByArgument {}
