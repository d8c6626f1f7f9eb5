import ArgumentParser
import Tare

/// Where the history goes, and how it is written.
struct LogOutputOptions: ParsableArguments {
  @Flag(help: "Show who wrote each commit; JSON and CSV always do.")
  var authors = false

  @OptionGroup var reports: ReportOutputOptions<HistoryFormat>

  /// Writes the history in every form that was asked for, or in none.
  func write(_ history: HistoryReport) throws(CommandError) {
    try reports.write { history.rendered(as: $0, showsAuthors: authors, toolVersion: TareTool.version) }
  }
}
