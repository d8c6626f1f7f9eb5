import ArgumentParser
import Tare

/// `tare lint`: findings in prompt files, and their fixes.
struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Finds tokens in prompts that say nothing, and takes them out.",
    usage: "tare lint [options] [<path> ...]",
    discussion: """
      Examples:
        tare lint prompts/                      every prompt below a folder
        tare lint prompts/ --fix                make the fixes that are safe
        tare lint prompts/ --diff               show them as a patch
        tare lint CLAUDE.md --max-tokens 4000   fail when it outgrows its budget
        tare lint prompts/ --model gpt-4o       with the price of each finding
        cat a.md | tare lint - --stdin-filename a.md

      In folders, prompts are .md, .markdown, .txt and .mdc files and names such as AGENTS.md and .cursorrules. \
      Every fix is counted again before it is shown: its tokens are saved in each built-in encoding, and no \
      heading, fence, list, link, table cell or placeholder changes.

      Exit codes: 0 nothing found, 1 findings, 2 a file could not be read or the usage was wrong.
      """)

  @Argument(
    help: ArgumentHelp(
      "Files, folders, patterns such as 'prompts/**/*.md', or - for standard input; the current folder if left out.",
      valueName: "path"))
  var paths: [String] = ["."]

  @OptionGroup(title: "Rules") var rules: LintRuleOptions
  @OptionGroup(title: "Fixes") var fixes: LintFixOptions
  @OptionGroup(title: "Counting") var encodingChoice: EncodingOptions
  @OptionGroup(title: "Output") var output: LintOutputOptions

  func run() throws {
    let choice = try encodingChoice.resolve().priced()
    if output.requestsPerMonth != nil, choice.price == nil {
      throw CommandError.usage("--requests-per-month goes with --model: a month has no price without one")
    }
    if rules.maxTokens != nil, case .estimated = choice.basis {
      throw CommandError.usage(
        "--max-tokens needs exact counts, and those of \(choice.model ?? "this model") are \(choice.basis); name an --encoding"
      )
    }
    let selection = try rules.selection()
    if rules.maxTokens != nil, !selection.contains(OverBudget.page) {
      throw CommandError.usage("--max-tokens is the limit of BUD001, which --select or --ignore leaves out")
    }
    let minimum = choice.price?.rate.minimumCacheableTokens ?? AuditSettings().cacheableMinimum
    let settings = AuditSettings(
      maxTokens: rules.maxTokens, cacheableMinimum: minimum)
    let auditor = Auditor(
      RuleCatalogue.rules(selection, settings), counting: choice.tokenizer, others: Encoding.inUse)
    let run = LintRun(paths: paths, auditor: auditor, fixes: fixes, output: output, choice: choice)
    let outcome = try run.outcome()
    if outcome.hasFailures { throw ExitCode.badInput }
    if outcome.hasFindings, !output.exitZero { throw ExitCode.findings }
  }
}

/// Which rules run, and against which figures.
struct LintRuleOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Run only these: codes, names, beginnings of codes, or ALL; separated by commas.", valueName: "rules"))
  var select: [String] = []

  @Option(help: ArgumentHelp("Leave these out, in the same notation.", valueName: "rules"))
  var ignore: [String] = []

  @Option(help: ArgumentHelp("The most tokens one file may send (BUD001).", valueName: "n"))
  var maxTokens: Int?

  func validate() throws {
    if let maxTokens, maxTokens < 0 { throw ValidationError("--max-tokens takes no negative number") }
  }

  func selection() throws(CommandError) -> RuleSelection {
    do { return try RuleSelection(select: words(select), ignore: words(ignore)) } catch {
      throw .usage(error.description)
    }
  }

  private func words(_ options: [String]) -> [String] {
    options.flatMap { $0.split(separator: ",").map { String($0.filter { $0 != " " }) } }
  }
}

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

/// How findings are shown.
struct LintOutputOptions: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, sarif, github
  }

  @Option(help: ArgumentHelp("Output: text, json, sarif or github.", valueName: "format"))
  var format: Format = .text

  @Option(
    name: [.short, .customLong("output-file")], help: ArgumentHelp("Write the report to this file.", valueName: "file"))
  var outputFile: String?

  @Option(help: ArgumentHelp("The name that standard input goes by; it decides the format.", valueName: "name"))
  var stdinFilename: String?

  @Option(help: ArgumentHelp("With --model: also price a month of this many requests.", valueName: "n"))
  var requestsPerMonth: Int?

  @Flag(help: "Exit with 0 in spite of findings.")
  var exitZero = false

  @Flag(name: .shortAndLong, help: "Show findings and nothing else.")
  var quiet = false

  func validate() throws {
    if let requestsPerMonth, requestsPerMonth < 0 {
      throw ValidationError("--requests-per-month takes no negative number")
    }
  }
}
