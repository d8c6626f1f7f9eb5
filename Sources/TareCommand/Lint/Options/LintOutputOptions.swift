import ArgumentParser
import Tare

/// How findings are shown.
struct LintOutputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Output: \(AuditFormat.allValueStrings.joined(separator: ", ")); text is another name for full.",
      valueName: "format"))
  var format: AuditFormat = .full

  @Option(
    name: [.short, .customLong("output-file")], help: ArgumentHelp("Write the report to this file.", valueName: "file"))
  var outputFile: String?

  @Option(
    help: ArgumentHelp(
      "Write a further report of the same run to a file, as in sarif:findings.sarif; may be repeated.",
      valueName: "format:file"))
  var report: [FurtherReport<AuditFormat>] = []

  @OptionGroup var colors: ColorOptions

  @Option(help: ArgumentHelp("The name that standard input goes by; it decides the format.", valueName: "name"))
  var stdinFilename: String?

  @Option(help: ArgumentHelp("With --model: also price a month of this many requests.", valueName: "n"))
  var requestsPerMonth: Int?

  @Flag(help: "Show how often each rule found something, and not where; with --format json as JSON.")
  var statistics = false

  @Flag(help: "Exit with 0 in spite of findings.")
  var exitZero = false

  @Flag(name: .shortAndLong, help: "Show findings and nothing else.")
  var quiet = false

  func validate() throws {
    if statistics, ![.full, .concise, .grouped, .json].contains(format) {
      throw ValidationError("--statistics goes with --format full, concise, grouped or json")
    }
    try ReportFile.checkDistinct(report.map(\.path) + [outputFile].compactMap(\.self))
    if let requestsPerMonth, requestsPerMonth < 0 {
      throw ValidationError("--requests-per-month takes no negative number")
    }
  }
}
