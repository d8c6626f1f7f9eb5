import ArgumentParser
import Tare

/// How much may stay.
struct TrimLimitOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The most tokens the payload may have, tools included.", valueName: "tokens"))
  var budget: Int?

  @Option(help: ArgumentHelp("Tokens of the budget to leave free for the answer.", valueName: "tokens"))
  var reserve = 0

  @Option(
    help: ArgumentHelp(
      "Keep at most the newest n turns; with --policy step, a cut leaves --low of them.", valueName: "n"))
  var keepTurns: Int?

  @Option(
    help: ArgumentHelp(
      "Keep at most the newest n messages beside instructions; with --policy step, a cut leaves --low of them.",
      valueName: "n"))
  var keepMessages: Int?

  @Option(
    help: ArgumentHelp("The most of the budget that instructions may have; more is an error.", valueName: "share"))
  var maxInstructions: Share?

  @Option(help: ArgumentHelp("The most of the budget that tools may have; more is an error.", valueName: "share"))
  var maxTools: Share?

  @Option(
    help: ArgumentHelp(
      "What of the budget the history keeps, whatever chunks and recalling want.", valueName: "share"))
  var minHistory: Share?

  @Option(
    help: ArgumentHelp("The most of the budget that the history may have, whatever room there is.", valueName: "share"))
  var maxHistory: Share?

  func validate() throws {
    for (name, value) in [("--budget", budget), ("--keep-turns", keepTurns), ("--keep-messages", keepMessages)] {
      if let value, value < 1 { throw ValidationError("\(name) takes a number from 1") }
    }
    if reserve < 0 { throw ValidationError("--reserve takes a number from 0") }
    if let budget, reserve >= budget { throw ValidationError("--reserve leaves nothing of the budget") }
  }

  var shares: BudgetShares {
    BudgetShares(
      instructionsMost: maxInstructions, toolsMost: maxTools, historyLeast: minHistory, historyMost: maxHistory)
  }
}

extension CommandError {
  /// What must stay is over the budget: the run itself went well, the gate did not.
  static func cannotFit(_ place: String, _ error: CannotFit) -> CommandError {
    CommandError(place: place, reason: "\(error)", exitCode: .findings)
  }
}
