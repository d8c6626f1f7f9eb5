import ArgumentParser

/// Findings that are known.
struct LintBaselineOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Report only findings that this file does not know.", valueName: "file"))
  var baseline: String?

  @Flag(help: "With --baseline: write all findings into it, and report none.")
  var writeBaseline = false

  @Flag(help: "With --baseline: take out of it what was looked for and not found, and report what it does not know.")
  var pruneBaseline = false

  func validate() throws {
    if writeBaseline || pruneBaseline, baseline == nil {
      throw ValidationError("--\(writeBaseline ? "write" : "prune")-baseline needs --baseline <file>")
    }
    if writeBaseline, pruneBaseline {
      throw ValidationError("--write-baseline and --prune-baseline exclude each other")
    }
  }
}
