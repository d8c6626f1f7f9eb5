public import ArgumentParser
public import Tare

/// What may stay, and how the window moves.
struct TrimLimitOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The most tokens the payload may have, tools included.", valueName: "tokens"))
  var budget: Int?

  @Option(
    help: ArgumentHelp(
      "The shape of the payload: \(WireFormat.names.joined(separator: ", ")); found out where it is not given.",
      valueName: "format"))
  var format: WireFormat?

  @Option(
    help: ArgumentHelp(
      "Bring what people say, and the chunks, to a Unicode normal form first, nfc for example; never text with code.",
      valueName: "form"))
  var normalize: NormalForm?

  @Option(help: ArgumentHelp("Tokens of the budget to leave free for the answer.", valueName: "tokens"))
  var reserve = 0

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
      "Keep at most the newest n turns; with --policy step, a cut leaves --low of them.", valueName: "n"))
  var keepTurns: Int?

  @Option(
    help: ArgumentHelp(
      "Keep at most the newest n messages beside instructions; with --policy step, a cut leaves --low of them.",
      valueName: "n"))
  var keepMessages: Int?

  @Option(
    help: ArgumentHelp(
      "Before dropping messages, clear the results of all but the newest n tool exchanges.", valueName: "n"))
  var keepToolResults: Int?

  @Option(
    name: .customLong("exclude-tool"),
    help: ArgumentHelp("Never clear the results of this tool; may be repeated.", valueName: "tool"))
  var keptTools: [String] = []

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

  @Option(
    help: ArgumentHelp(
      "A tool call without result, or a result without call: reject the payload, or drop them.", valueName: "what"))
  var orphans: PolicyMembers.Orphans = .reject

  func validate() throws {
    for (name, value) in [("--budget", budget), ("--keep-turns", keepTurns), ("--keep-messages", keepMessages)] {
      if let value, value < 1 { throw ValidationError("\(name) takes a number from 1") }
    }
    for (name, value) in [
      ("--reserve", reserve), ("--keep-tool-results", keepToolResults ?? 0),
      ("--placeholder-tokens", placeholderTokens),
    ] where value < 0 {
      throw ValidationError("\(name) takes a number from 0")
    }
    if let budget, reserve >= budget { throw ValidationError("--reserve leaves nothing of the budget") }
  }

  /// Whether anything limits what may stay.
  var hasLimit: Bool { budget != nil || keepTurns != nil || keepMessages != nil }

  func policy(_ question: QuestionOptions) -> TrimPolicy {
    var policy = TrimPolicy(
      window: window(question), keepTurns: keepTurns, keepMessages: keepMessages, keepToolResults: keepToolResults,
      keptTools: Set(keptTools), shortening: shorten, recall: question.recall,
      placeholderTokens: hasNoPlaceholder ? nil : placeholderTokens)
    policy.shares = BudgetShares(
      instructionsMost: maxInstructions, toolsMost: maxTools, historyLeast: minHistory, historyMost: maxHistory)
    return policy
  }

  private func window(_ question: QuestionOptions) -> TrimPolicy.Window {
    switch policy {
    case .sliding: .sliding
    case .step: .step(low: low)
    case .relevant: .relevant(newest: question.newest)
    }
  }
}

extension PolicyMembers.WindowName: ExpressibleByArgument {}
extension TrimPolicy.Shortening: ExpressibleByArgument {}
extension NormalForm: ExpressibleByArgument {}
extension PolicyMembers.Orphans: ExpressibleByArgument {}

extension CommandError {
  /// What must stay is over the budget: the run itself went well, the gate did not.
  static func cannotFit(_ place: String, _ error: CannotFit) -> CommandError {
    CommandError(place: place, reason: "\(error)", exitCode: .findings)
  }
}
