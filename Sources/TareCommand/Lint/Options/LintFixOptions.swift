import ArgumentParser
import Tare

/// What is done about findings.
struct LintFixOptions: ParsableArguments {
  @Flag(help: "Make the safe fixes; standard input is written to standard output.")
  var fix = false

  @Flag(help: "Count unsafe fixes too: they take words away and want to be read.")
  var unsafeFixes = false

  @Flag(help: "Show the fixes as a patch; change nothing, with --fix neither, and exit with 1 if there are any.")
  var diff = false

  @Flag(help: "With --fix: list what was done.")
  var showFixes = false

  @Flag(help: "Make the safe fixes, and neither report nor fail for what is left.")
  var fixOnly = false

  @Flag(help: "With --fix: exit with 1 if anything was mended.")
  var exitNonZeroOnFix = false

  func validate() throws {
    if fixOnly, diff { throw ValidationError("--fix-only and --diff exclude each other") }
    if showFixes, !makesFixes { throw ValidationError("--show-fixes goes with --fix") }
    if exitNonZeroOnFix, !makesFixes { throw ValidationError("--exit-non-zero-on-fix goes with --fix") }
  }

  /// Whether files are written.
  var makesFixes: Bool { (fix || fixOnly) && !diff }

  var safety: FixSafety { unsafeFixes ? .unsafe : .safe }
}
