import ArgumentParser
import Tare

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

  @Option(
    help: ArgumentHelp(
      "With --base: the most one file may grow, in tokens or, with %, in hundredths (BUD002).", valueName: "n"))
  var maxGrowth: Growth?

  @Flag(help: "Ask for a reason behind -- in comments that let findings be (TARE007).")
  var requireReasons = false

  func validate() throws {
    if let maxTokens, maxTokens < 0 { throw ValidationError("--max-tokens takes no negative number") }
  }

  /// The rules that the options take, with their figures.
  func rules(for choice: EncodingChoice, hasBase: Bool = false) throws(CommandError) -> [any Rule] {
    let selection = try selection()
    if maxTokens != nil {
      if case .estimated = choice.basis {
        throw .usage(
          "--max-tokens needs exact counts, and those of \(choice.model ?? "this model") are \(choice.basis); name an --encoding"
        )
      }
      guard selection.contains(OverBudget.page) else {
        throw .usage("--max-tokens is the limit of BUD001, which --select or --ignore leaves out")
      }
    }
    if maxGrowth != nil {
      guard hasBase else { throw .usage("--max-growth needs a --base to grow from") }
      guard selection.contains(GrowthOverBase.page) else {
        throw .usage("--max-growth is the limit of BUD002, which --select or --ignore leaves out")
      }
    }
    return RuleCatalogue.rules(selection, settings(for: choice))
  }

  /// The rules over several files that the options take, with their figures.
  func loadSetRules(for choice: EncodingChoice) throws(CommandError) -> LoadSetAuditor {
    LoadSetAuditor(try selection(), settings(for: choice))
  }

  private func settings(for choice: EncodingChoice) -> AuditSettings {
    let minimum = choice.price?.rate.minimumCacheableTokens ?? AuditSettings().cacheableMinimum
    return AuditSettings(
      maxTokens: maxTokens, maxGrowth: maxGrowth, cacheableMinimum: minimum,
      contextWindow: choice.price?.rate.maximumInputTokens)
  }

  private func selection() throws(CommandError) -> RuleSelection {
    do { return try RuleSelection(select: words(select), ignore: words(ignore)) } catch {
      throw .usage(error.description)
    }
  }

  private func words(_ options: [String]) -> [String] {
    options.flatMap { $0.split(separator: ",").map { String($0.filter { $0 != " " }) } }
  }
}
