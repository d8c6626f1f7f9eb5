public import ArgumentParser
public import Tare

/// Where the history goes, and how it is written.
struct LogOutputOptions: ParsableArguments {
  @Flag(help: "Show who wrote each commit; JSON and CSV always do.")
  var authors = false

  @Option(
    help: ArgumentHelp(
      "Output: \(HistoryFormat.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "format"))
  var format: HistoryFormat = .text

  @Option(
    name: [.short, .customLong("output-file")],
    help: ArgumentHelp("Write the report to this file.", valueName: "file"))
  var outputFile: String?

  @Option(
    help: ArgumentHelp(
      "Write a further report of the same run to a file, as in html:trend.html; may be repeated.",
      valueName: "format:file"))
  var report: [FurtherReport<HistoryFormat>] = []

  func validate() throws {
    try ReportFile.checkDistinct(report.map(\.path) + [outputFile].compactMap(\.self))
  }

  /// Writes the history in every form that was asked for, or in none.
  func write(_ history: HistoryReport) throws(CommandError) {
    let further = report.map { file(history, $0.format, $0.path) }
    try ReportFile.write(further + [file(history, format, outputFile)])
  }

  private func file(_ history: HistoryReport, _ format: HistoryFormat, _ path: String?) -> ReportFile {
    ReportFile(
      text: history.rendered(as: format, showsAuthors: authors, toolVersion: TareTool.version), path: path)
  }
}

extension HistoryFormat: ExpressibleByArgument {}
