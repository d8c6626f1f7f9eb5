import ArgumentParser
import Tare

/// A form in which a report can be written; the first one is that which is taken unless another is asked for.
protocol ReportFormat: ExpressibleByArgument, CaseIterable, Equatable, RawRepresentable<String>, Sendable {}

/// Where the report of a run goes, and in which forms: one on standard output or in a file, and any number beside it.
struct ReportOutputOptions<Format: ReportFormat>: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Output: \(Format.allCases.map(\.rawValue).joined(separator: ", ")); the first unless said otherwise.",
      valueName: "format"))
  var format: Format?

  @Option(
    name: [.short, .customLong("output-file")],
    help: ArgumentHelp("Write the report to this file.", valueName: "file"))
  var outputFile: String?

  @Option(
    help: ArgumentHelp(
      "Write a further report of the same run to a file, as in json:report.json; may be repeated.",
      valueName: "format:file"))
  var report: [FurtherReport<Format>] = []

  func validate() throws {
    try ReportFile.checkDistinct(report.map(\.path) + [outputFile].compactMap(\.self))
  }

  /// The forms that are asked for.
  var formats: [Format] { report.map(\.format) + [mainFormat].compactMap(\.self) }

  private var mainFormat: Format? { format ?? Format.allCases.first }

  /// Writes the report in every form that was asked for, or in none.
  func write(_ text: (Format) -> String) throws(CommandError) {
    let further = report.map { ReportFile(text: text($0.format), path: $0.path) }
    let main = mainFormat.map { ReportFile(text: text($0), path: outputFile) }
    try ReportFile.write(further + [main].compactMap(\.self))
  }
}
