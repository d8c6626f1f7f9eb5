public import ArgumentParser
public import Tare

/// Where the report of a comparison goes, and how it is written.
struct DiffOutputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Output: \(SavingsFormat.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "format"))
  var format: SavingsFormat = .text

  @Option(
    name: [.short, .customLong("output-file")],
    help: ArgumentHelp("Write the report to this file.", valueName: "file"))
  var outputFile: String?

  @Option(
    help: ArgumentHelp(
      "Write a further report of the same run to a file, as in html:prompts.html; may be repeated.",
      valueName: "format:file"))
  var report: [FurtherReport<SavingsFormat>] = []

  func validate() throws {
    try ReportFile.checkDistinct(report.map(\.path) + [outputFile].compactMap(\.self))
  }

  /// Writes the report in every form that was asked for, or in none.
  func write(_ savings: SavingsReport) throws(CommandError) {
    let further = report.map { file(savings, $0.format, $0.path) }
    try ReportFile.write(further + [file(savings, format, outputFile)])
  }

  private func file(_ savings: SavingsReport, _ format: SavingsFormat, _ path: String?) -> ReportFile {
    ReportFile(text: savings.rendered(as: format, toolVersion: TareTool.version), path: path)
  }
}

extension SavingsFormat: ExpressibleByArgument {}
