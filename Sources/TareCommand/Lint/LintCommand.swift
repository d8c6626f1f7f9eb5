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
  @OptionGroup(title: "What is new") var base: LintBaseOptions
  @OptionGroup(title: "What is known") var known: LintBaselineOptions
  @OptionGroup(title: "Fixes") var fixes: LintFixOptions
  @OptionGroup(title: "Counting") var encodingChoice: EncodingOptions
  @OptionGroup(title: "Output") var output: LintOutputOptions

  @OptionGroup(title: "Running") var running: ThreadOptions
  @OptionGroup(title: "Running") var caching: LintCacheOptions

  func run() throws {
    let outcome = try lintRun().outcome()
    if outcome.hasFailures { throw ExitCode.badInput }
    if outcome.hasFindings, !output.exitZero { throw ExitCode.findings }
  }

  private func lintRun() throws -> LintRun {
    let choice = try encodingChoice.resolve().priced()
    if !output.quiet { sayIfEstimated(choice) }
    if output.requestsPerMonth != nil, choice.price == nil {
      throw CommandError.usage("--requests-per-month goes with --model: a month has no price without one")
    }
    let loadSets = try rules.loadSetRules(for: choice)
    let inputs = LintInputs(paths, standardInputName: output.stdinFilename)
    let contexts = try LintContexts(inputs.paths, base, known)
    let auditor = Auditor(
      try rules.rules(for: choice, hasBase: base.ref != nil), counting: choice.tokenizer, others: Encoding.inUse,
      policy: SuppressionPolicy(requiresReason: rules.requireReasons, today: contexts.today),
      sketches: loadSets.needsSketches)
    return LintRun(
      inputs: inputs, known: known,
      auditing: LintAuditing(
        auditor: auditor, loadSets: loadSets, contexts: contexts, fingerprint: fingerprint(choice, contexts),
        safety: fixes.safety,
        threads: running.count,
        cache: ResultCache(caching)),
      reporting: LintReporting(fixes: fixes, output: output, choice: choice))
  }

  /// Says once that no figure of this run is exact; no file is at fault for it.
  private func sayIfEstimated(_ choice: EncodingChoice) {
    guard let model = choice.model, case .estimated = choice.basis else { return }
    StandardError.line(
      "\(RulePage.unknownModel.code) \(RulePage.unknownModel.name): tokens of \(model) are \(choice.basis) from \(choice.encoding.name)"
    )
  }

  /// Everything beside a file that its findings depend on.
  private func fingerprint(_ choice: EncodingChoice, _ contexts: LintContexts) -> String {
    let waivers = "\(rules.requireReasons) \(contexts.today?.description ?? "no day")"
    let limit = rules.maxTokens.map(String.init) ?? "none"
    return [ResultCache.program, "\(rules.select) \(rules.ignore) \(limit)", waivers, choice.fingerprint]
      .joined(separator: "\n")
  }
}
