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

  @Option(
    help: ArgumentHelp(
      "What a comment goes by in its first line, so that a later run replaces it and no other (default: --model).",
      valueName: "id"))
  var commentID: String?

  func validate() throws {
    if let commentID, SavingsReport.plainCommentID(commentID) != commentID || commentID.isEmpty {
      throw ValidationError("--comment-id takes letters, digits, points, low lines and single hyphens")
    }
    try ReportFile.checkDistinct(report.map(\.path) + [outputFile].compactMap(\.self))
  }

  /// Writes the report in every form that was asked for, or in none; a comment goes by the name of `model` where no
  /// other one is given, and a page asks for what the prompts came to in between.
  func write(_ savings: SavingsReport, model: String?, history: () -> HistoryReport?) throws(CommandError) {
    let asked = report.map { (format: $0.format, path: $0.path as String?) } + [(format, outputFile)]
    let history = asked.contains { $0.0 == .html } ? history() : nil
    try ReportFile.write(
      asked.map { format, path in
        ReportFile(
          text: savings.rendered(
            as: format, commentID: commentID ?? model, history: history, toolVersion: TareTool.version), path: path)
      })
  }
}

extension SavingsFormat: ExpressibleByArgument {}
