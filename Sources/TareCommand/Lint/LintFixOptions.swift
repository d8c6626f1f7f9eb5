import ArgumentParser
import Tare

/// What is done about findings.
struct LintFixOptions: ParsableArguments {
  @Flag(help: "Make the safe fixes; standard input is written to standard output.")
  var fix = false

  @Flag(help: "Count unsafe fixes too: they take words away and want to be read.")
  var unsafeFixes = false

  @Flag(help: "Show the fixes as a patch; change nothing, and exit with 1 if there are any.")
  var diff = false

  @Flag(help: "With --fix: list what was done.")
  var showFixes = false

  func validate() throws {
    if fix, diff { throw ValidationError("--fix and --diff exclude each other") }
    if showFixes, !fix { throw ValidationError("--show-fixes goes with --fix") }
  }

  var safety: FixSafety { unsafeFixes ? .unsafe : .safe }
}
