import ArgumentParser
import Tare

/// `tare diff`: what a change of prompts does to their tokens and to what they cost.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Shows what a change of prompts does to their tokens and their cost.",
    usage: """
      tare diff [options] <before> <after>
      tare diff [options] <base>...<head> [-- <paths>]
      tare diff [options] [--staged] [<commit>] [-- <paths>]
      tare diff [options] --fixed [<path>] [<path>]
      """,
    discussion: """
      Examples:
        tare diff old.md new.md                     two files; - is standard input
        tare diff prompts-v1/ prompts-v2/           two folders, paired by path
        tare diff main...HEAD                       since the branch left main
        tare diff v1.0..v1.1 -- prompts/            two commits, only below prompts/
        tare diff                                   HEAD and the working tree
        tare diff --staged                          HEAD and what is to be committed
        tare diff --fixed prompts/                  what tare lint --fix would save
        tare diff main...HEAD --format markdown     a comment for a pull request
        tare diff main...HEAD --gate growth=10%     exit code 1 where a prompt grows by more

      Two arguments that both exist as files or folders are compared as such; anything else must name commits. One \
      commit, or none for HEAD, is compared with the files in the working tree that git knows. \
      In folders and commits only prompts are compared: the files that tare lint would find by their names and by the \
      settings of tare.yaml. Nothing is checked out. What is counted is what tare lint counts: the text that is sent, \
      without front matter that is not.

      Costs are net of caching first and gross second, for 1,000 requests with each prompt. Model and traffic are \
      those that tare.yaml states for a prompt (model, traffic), unless an option does; a monthly sum appears only \
      where somebody states a volume. Where no model is named, it is \(EncodingOptions.defaultModel).

      Exit codes: 1 a gate is not passed, 2 an input or an option is wrong, 3 the commit to compare with is not \
      there, 4 a model has no known price and nothing else is wrong (gate unknown-model).
      """)

  @Argument(
    help: ArgumentHelp(
      "A file, a folder, a commit, or all of it as <base>..<head> or <base>...<head>.", valueName: "before"))
  var before: String?

  @Argument(help: ArgumentHelp("The file, folder or commit to compare with; - is standard input.", valueName: "after"))
  var after: String?

  @Argument(
    parsing: .postTerminator,
    help: ArgumentHelp("Behind --: only files that these paths or patterns of git name.", valueName: "paths"))
  var pathspecs: [String] = []

  @Flag(help: "Compare what is staged with HEAD or the commit that is named, as hooks of git do.")
  var staged = false

  @OptionGroup var fixing: FixedOptions

  @OptionGroup var programs: ProgramOptions

  @OptionGroup var counting: EncodingOptions

  @OptionGroup var prices: RateOptions

  @OptionGroup var traffic: TrafficOptions

  @OptionGroup var gates: GateOptions

  @OptionGroup var output: DiffOutputOptions

  func validate() throws {
    if traffic.needsPrice, counting.encoding != nil, counting.model == nil {
      throw ValidationError("traffic needs a price: name a --model beside --encoding")
    }
  }

  func run() throws {
    var uses = try PromptUses(counting, prices, traffic)
    let sides = try sides()
    let selection = try PromptSelection(prices.settings, programs)
    let compared = try sides.compared(selection)
    for failure in compared.failures { StandardError.line(failure.message) }
    if !pathspecs.isEmpty, compared.isEmpty {
      StandardError.line("no prompt is named by \(pathspecs.joined(separator: " ")), from this folder on")
    }
    let report = try report(on: compared, &uses)
      .judged(by: uses.gates(gates, in: compared.folder), on: prices.at?.day ?? compared.day)
    try output.write(report, model: counting.model) {
      sides.history(of: report, below: compared.folder, uses, selection)
    }
    if !compared.failures.isEmpty || compared.isIncomplete { throw ExitCode.badInput }
    if let code = report.verdicts.exitCode { throw code }
  }

  private func sides() throws(CommandError) -> DiffSides {
    let sides = [before, after].compactMap(\.self)
    guard fixing.fixed else { return try DiffSides(sides, isStaged: staged, pathspecs: pathspecs) }
    guard !staged, pathspecs.isEmpty else { throw .usage("--fixed compares files and folders, no commits") }
    return .fixed(
      FixedDiff(
        paths: sides.isEmpty ? ["."] : sides, safety: fixing.safety, counting: counting, source: prices.settings,
        day: prices.at?.day ?? LintContexts.dayOfTheClock))
  }

  private func report(
    on compared: ComparedPrompts, _ uses: inout PromptUses
  ) throws(CommandError) -> SavingsReport {
    var used: [String: PromptUse] = [:]
    for pair in compared.pairs where !pair.isUnchanged {
      let place = { (path: String) in compared.folder.isEmpty ? path : "\(compared.folder)/\(path)" }
      used[pair.path] = try uses.use(ofFileAt: place(pair.path), before: pair.previousPath.map(place))
    }
    let unused = PromptUse(counting: ModelTokenizer(.o200kBase), price: nil)
    do {
      return try SavingsReport(
        comparing: compared.pairs, otherUnchangedCount: compared.otherUnchangedCount,
        unread: compared.failures.compactMap(\.place), compared.comparison, use: { used[$0.path] ?? unused })
    } catch {
      throw .usage(error.description)
    }
  }
}

extension [GateVerdict] {
  /// What the exit code has to say; `nil` where every gate that fails a run is passed.
  fileprivate var exitCode: ExitCode? {
    let failures = filter(\.isFailure)
    guard !failures.isEmpty else { return nil }
    return failures.allSatisfy { $0.setting.gate == .unknownModel } ? .unknownModel : .findings
  }
}
