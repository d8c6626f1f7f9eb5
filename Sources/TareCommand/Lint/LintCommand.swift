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
        tare lint --show-settings prompts/      what the nearest tare.yaml makes of them

      In folders, prompts are .md, .markdown, .txt, .mdc, .prompt, .prompty, .prompt.yml, .jinja, .j2, .mustache, \
      .handlebars and .hbs files and names such as AGENTS.md, .cursorrules and promptfooconfig.yaml. JSON and other \
      texts are prompts where they are named. \
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
  @OptionGroup(title: "Rules") var programs: ProgramOptions
  @OptionGroup(title: "Settings") var configuration: LintConfigurationOptions
  @OptionGroup(title: "What is new") var base: LintBaseOptions
  @OptionGroup(title: "What is known") var known: LintBaselineOptions
  @OptionGroup(title: "What is known") var ignoring: LintIgnoreOptions
  @OptionGroup(title: "Fixes") var fixes: LintFixOptions
  @OptionGroup(title: "Counting") var encodingChoice: EncodingOptions
  @OptionGroup(title: "Output") var output: LintOutputOptions

  @OptionGroup(title: "Running") var running: ThreadOptions
  @OptionGroup(title: "Running") var caching: LintCacheOptions
  @OptionGroup(title: "Running") var watching: LintWatchOptions

  func validate() throws {
    if watching.watch {
      if fixes.makesFixes || fixes.diff || known.writeBaseline || known.pruneBaseline || ignoring.addIgnore {
        throw ValidationError("--watch looks, and writes no prompts, patches, baselines or comments")
      }
      if paths.contains("-") { throw ValidationError("--watch looks at files, and standard input is none") }
    }
    guard ignoring.addIgnore, fixes.makesFixes || fixes.diff || known.writeBaseline || known.pruneBaseline else {
      return
    }
    throw ValidationError("--add-ignore goes with no --fix, --diff, --write-baseline or --prune-baseline")
  }

  func run() throws {
    guard watching.watch else { return try look() }
    LintWatch(isQuiet: output.quiet, state: { state }, look: look).run()
  }

  private func configurations() throws(CommandError) -> LintConfigurations {
    try LintConfigurations(configuration.source, commandLine: commandLine)
  }

  private func look() throws {
    let configurations = try configurations()
    let inputs = LintInputs(paths, standardInputName: output.stdinFilename, isQuiet: output.quiet, configurations)
    try configurations.checkWords()
    if let listing = LintListing(configuration, inputs, configurations) { return try listing.write() }
    if inputs.inputs.isEmpty, !inputs.hasFailures, !output.quiet {
      StandardError.line(
        "no prompts were found in \(paths.joined(separator: " and ")); files that are named are looked at")
    }
    let outcome = try lintRun(inputs, configurations).outcome()
    if outcome.hasFailures { throw ExitCode.badInput }
    if outcome.hasFindings, !output.exitZero { throw ExitCode.findings }
  }

  /// What the options say, as settings on top of all others.
  private var commandLine: ConfigurationLayer {
    var layer = rules.layer(counting: encodingChoice)
    configuration.lay(on: &layer, below: .working)
    programs.lay(on: &layer)
    return layer
  }

  /// What a run depends on.
  private var state: LintWatch.State {
    var files = configuration.source.config + [known.baseline].compactMap(\.self)
    if let configurations = try? configurations() {
      let prompts = LintSearch(configurations).discovery(of: paths).paths
      files += prompts + prompts.map(SuppressionSidecar.path) + configurations.pathsAskedFor
    }
    return Dictionary(files.map { ($0, FileStamp(at: $0)) }, uniquingKeysWith: { $1 })
  }

  private func lintRun(_ inputs: LintInputs, _ configurations: LintConfigurations) throws -> LintRun {
    let contexts = try LintContexts(inputs.paths, configurations, base, known)
    let settings = try LintSettings(
      of: inputs.inputs, configurations, least: rules.minSeverity, today: contexts.today)
    try checkFigures(settings)
    if !output.quiet {
      settings.sayWhatIsEstimated()
      LintIdleSettings(inputs.paths, of: paths, configurations, settings).say()
    }
    return LintRun(
      inputs: inputs.leavingOut(settings), known: known, ignoring: ignoring,
      auditing: LintAuditing(
        settings: settings, contexts: contexts, safety: fixes.safety, threads: running.count,
        cache: ResultCache(caching)),
      reporting: LintReporting(fixes: fixes, output: output, settings: settings, maxWarnings: rules.maxWarnings))
  }

  /// Figures that were asked for are looked at by some rule, or asking for them was a mistake.
  private func checkFigures(_ settings: LintSettings) throws(CommandError) {
    if output.requestsPerMonth != nil, settings.choice?.price == nil {
      throw .usage("--requests-per-month goes with --model: a month has no price without one")
    }
    if rules.maxTokens != nil, !settings.runs(OverBudget.page) {
      throw .usage("--max-tokens is the limit of BUD001, which --select or --ignore leaves out")
    }
    guard rules.maxGrowth != nil else { return }
    guard base.ref != nil else { throw .usage("--max-growth needs a --base to grow from") }
    if !settings.runs(GrowthOverBase.page) {
      throw .usage("--max-growth is the limit of BUD002, which --select or --ignore leaves out")
    }
  }
}
