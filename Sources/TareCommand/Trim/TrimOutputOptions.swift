import ArgumentParser
import Tare

/// Where the payload and its account go.
struct TrimOutputOptions: ParsableArguments {
  enum Account: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case none
  }

  @Option(
    name: [.short, .customLong("output-file")],
    help: ArgumentHelp("Write the payload to this file and not to standard output.", valueName: "file"))
  var outputFile: String?

  @Option(help: ArgumentHelp("The account of what was dropped: text, json or none.", valueName: "format"))
  var report: Account = .text

  @Flag(help: "Show the account as a picture on standard error, for every line of a stream too.")
  var explain = false

  @Option(
    help: ArgumentHelp("Write the account to this file and not to standard error.", valueName: "file"))
  var reportFile: String?

  @Option(
    help: ArgumentHelp(
      "Add what is dropped, cleared or shortened to this file, from which tare restore gives it back by its handle.",
      valueName: "file"))
  var archive: String?

  @Flag(help: "Read one payload a line and write one a line, in order; accounts, one a line, go to --report-file.")
  var ndjson = false

  /// Whether the account of a payload goes anywhere.
  var showsAccounts: Bool { !ndjson || reportFile != nil || explain }

  /// Shows the picture where it was asked for and would not be seen otherwise.
  func explain(_ report: TrimReport, isAccount: Bool) {
    if explain, !(isAccount && self.report == .text && reportFile == nil) { StandardError.write(report.text) }
  }

  func write(_ report: TrimReport) throws(CommandError) {
    explain(report, isAccount: true)
    guard self.report != .none else { return }
    let text = self.report == .json ? report.json() : report.text
    if let reportFile { try StandardOutput.write(text, orTo: reportFile) } else { StandardError.write(text) }
  }
}
