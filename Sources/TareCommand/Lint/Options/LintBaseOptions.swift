import ArgumentParser
import Tare

/// What prompts are compared with.
struct LintBaseOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Compare with the commit at which this branch left that one: growth (BUD002) and changed prefixes (CCH005).",
      valueName: "ref"))
  var base: String?

  @Option(help: ArgumentHelp("Report only what was not found there, as of --base.", valueName: "ref"))
  var newFromMergeBase: String?

  @Flag(help: "With --base: report only what touches lines that differ from it.")
  var changedLines = false

  @Option(
    help: ArgumentHelp(
      "The day on which waivers are looked at; that of the last commit with --base, today if left out.",
      valueName: "date"))
  var today: CalendarDate?

  func validate() throws {
    if let base, let newFromMergeBase, base != newFromMergeBase {
      throw ValidationError("--base and --new-from-merge-base name different commits")
    }
    if changedLines, ref == nil { throw ValidationError("--changed-lines needs a --base") }
    if changedLines, newFromMergeBase != nil {
      throw ValidationError("--changed-lines and --new-from-merge-base exclude each other")
    }
  }

  /// What is compared with; `nil` for nothing.
  var ref: String? { newFromMergeBase ?? base }

  var scope: AuditContext.Scope {
    changedLines ? .changedLines : newFromMergeBase != nil ? .newSinceBase : .all
  }
}
