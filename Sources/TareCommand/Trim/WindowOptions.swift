public import ArgumentParser
public import Tare

/// Which messages stay, and what stands in place of the others.
struct WindowOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "step cuts only when the budget is full, and then down to --low, so that a provider's prompt cache keeps working; sliding keeps the newest that fits; relevant what bears on the question, from all of the history.",
      valueName: "policy"))
  var policy: PolicyMembers.WindowName = .step

  @Option(
    help: ArgumentHelp(
      "With --policy step: the share that a cut falls to, of what tools and instructions leave of the budget, and of --keep-turns and --keep-messages. Unless given, what costs least with a prompt cache: 0.2, more with small budgets.",
      valueName: "share"))
  var low: Share?

  @Option(
    help: ArgumentHelp(
      "Whose texts may lose their middle where what must stay does not fit, and to fill a sliding window: none, tool-results or everything but instructions.",
      valueName: "whose"))
  var shorten: TrimPolicy.Shortening = .toolResults

  @Option(
    help: ArgumentHelp(
      "The most tokens of the note in place of what was dropped; fewer than 60 leave none.", valueName: "tokens"))
  var placeholderTokens = 160

  @Flag(name: .customLong("no-placeholder"), help: "Leave no note in place of what was dropped.")
  var hasNoPlaceholder = false

  func validate() throws {
    if placeholderTokens < 0 { throw ValidationError("--placeholder-tokens takes a number from 0") }
  }

  func window(_ question: QuestionOptions) -> TrimPolicy.Window {
    switch policy {
    case .sliding: .sliding
    case .step: .step(low: low)
    case .relevant: .relevant(newest: question.newest)
    }
  }
}

extension PolicyMembers.WindowName: ExpressibleByArgument {}
extension TrimPolicy.Shortening: ExpressibleByArgument {}
