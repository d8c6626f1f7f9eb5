import ArgumentParser
import Tare

/// Where the report of a comparison goes, and how it is written.
struct DiffOutputOptions: ParsableArguments {
  @OptionGroup var reports: ReportOutputOptions<SavingsFormat>

  @Option(
    help: ArgumentHelp(
      "What a comment goes by in its first line, so that a later run replaces it and no other (default: --model).",
      valueName: "id"))
  var commentID: String?

  func validate() throws {
    if let commentID, SavingsReport.plainCommentID(commentID) != commentID || commentID.isEmpty {
      throw ValidationError("--comment-id takes letters, digits, points, low lines and single hyphens")
    }
  }

  /// Writes the report in every form that was asked for, or in none; a comment goes by the name of `model` where no
  /// other one is given, and a page asks for what the prompts came to in between.
  func write(_ savings: SavingsReport, model: String?, history: () -> HistoryReport?) throws(CommandError) {
    let history = reports.formats.contains(.html) ? history() : nil
    try reports.write {
      savings.rendered(as: $0, commentID: commentID ?? model, history: history, toolVersion: TareTool.version)
    }
  }
}
