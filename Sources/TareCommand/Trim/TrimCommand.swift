import ArgumentParser
import Tare

/// `tare trim`: fits a conversation, and the chunks that go with it, into a budget of tokens.
struct TrimCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trim",
    abstract: "Fits a conversation, and the chunks that go with it, into a budget of tokens.",
    usage: "tare trim (--budget <tokens> | --keep-turns <n> | --keep-messages <n>) [options] [<file>]",
    discussion: """
      Reads an OpenAI chat payload (a request, or its array of messages) and writes it again with the oldest \
      messages dropped. What stays is the same bytes. Instructions, the last human message and the newest group \
      always stay; a tool call and its results stay or go together; a note says what was dropped. The account goes \
      to standard error; whoever keeps what was dropped finds it again by its handle, a name made from its bytes.

      Tokens are counted for the model that the payload names, unless --encoding or --model says otherwise.

      Examples:
        tare trim --budget 8000 request.json > trimmed.json
        tare trim --budget 8000 --policy sliding request.json
        tare trim --budget 8000 --chunks hits.ndjson --top-k 5 request.json
        tare trim --budget 4000 --ndjson - < requests.ndjson

      Exit codes: 0 it fits, 1 what must stay does not fit (nothing is written), 2 bad input or usage.
      """)

  @Argument(help: ArgumentHelp("A payload, or - for standard input.", valueName: "file"))
  var path = "-"

  @OptionGroup(title: "Budget") var limits: TrimLimitOptions
  @OptionGroup(title: "Chunks") var chunks: ChunkOptions
  @OptionGroup(title: "Counting") var encodingChoice: EncodingOptions
  @OptionGroup(title: "Output") var output: TrimOutputOptions

  func validate() throws {
    if path == "-", chunks.path == "-" {
      throw ValidationError("the payload and --chunks cannot both be standard input")
    }
    if output.ndjson, chunks.path != nil { throw ValidationError("--chunks goes with one payload, not with --ndjson") }
  }

  func run() throws {
    let chunkRequest = try chunks.load()
    let trimming = Trimming(limits: limits, chunks: chunkRequest, encoding: encodingChoice)
    if output.ndjson { return try TrimStream(path: path, trimming: trimming, output: output).run() }
    let file = try InputFile.read(path)
    let conversation = try trimming.conversation(file.bytes, in: file.path)
    let (plan, counter) = try trimming.plan(conversation)
    let report = TrimReport(plan, counter: counter)
    try output.write(report)
    let payload: [UInt8]
    do { payload = try plan.applied(to: conversation) } catch { throw .cannotFit(file.path, error) as CommandError }
    try StandardOutput.write(String(decoding: payload, as: UTF8.self), orTo: output.outputFile)
    if let account = plan.chunks { try chunkRequest?.write(account) }
  }
}

/// What may stay, and how the window moves.
struct TrimLimitOptions: ParsableArguments {
  enum Policy: String, ExpressibleByArgument, CaseIterable {
    case sliding
    case step
  }

  @Option(help: ArgumentHelp("The most tokens the payload may have, tools included.", valueName: "tokens"))
  var budget: Int?

  @Option(help: ArgumentHelp("Tokens of the budget to leave free for the answer.", valueName: "tokens"))
  var reserve = 0

  @Option(
    help: ArgumentHelp(
      "step cuts only when the budget is full, and then down to --low, so that a provider's prompt cache keeps working; sliding keeps all that fits.",
      valueName: "policy"))
  var policy: Policy = .step

  @Option(
    help: ArgumentHelp(
      "With --policy step: the share that a cut falls to, of what tools and instructions leave of the budget, and of --keep-turns and --keep-messages.",
      valueName: "share"))
  var low = Share(thousandths: 600)

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
    help: ArgumentHelp(
      "The most tokens of the note in place of what was dropped; fewer than 60 leave none.", valueName: "tokens"))
  var placeholderTokens = 160

  @Flag(name: .customLong("no-placeholder"), help: "Leave no note in place of what was dropped.")
  var hasNoPlaceholder = false

  @Option(
    help: ArgumentHelp(
      "A tool call without result, or a result without call: reject the payload, or drop them.", valueName: "what"))
  var orphans: Orphans = .reject

  enum Orphans: String, ExpressibleByArgument, CaseIterable {
    case reject
    case drop
  }

  func validate() throws {
    guard budget != nil || keepTurns != nil || keepMessages != nil else {
      throw ValidationError("say what may stay: --budget, --keep-turns or --keep-messages")
    }
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

  var tokens: Budget { budget.map { Budget(tokens: $0, reserve: reserve) } ?? .unlimited }

  var trimPolicy: TrimPolicy {
    TrimPolicy(
      window: policy == .step ? .step(low: low) : .sliding, keepTurns: keepTurns, keepMessages: keepMessages,
      keepToolResults: keepToolResults, placeholderTokens: hasNoPlaceholder ? nil : placeholderTokens)
  }
}

extension CommandError {
  /// What must stay is over the budget: the run itself went well, the gate did not.
  static func cannotFit(_ place: String, _ error: CannotFit) -> CommandError {
    CommandError(place: place, reason: "\(error)", exitCode: .findings)
  }
}
