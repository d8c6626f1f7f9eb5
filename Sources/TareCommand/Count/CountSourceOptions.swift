import ArgumentParser
import Tare

/// What a count is of, and who counts, where it is not texts and this machine.
struct CountSourceOptions: ParsableArguments {
  @Flag(help: "The input is a chat request: count all of it, part by part.")
  var messages = false

  @Option(
    help: ArgumentHelp(
      "With --messages: the shape of the request, \(WireFormat.names.joined(separator: ", ")); found out where it is not given.",
      valueName: "format"))
  var messageFormat: WireFormat?

  @Flag(
    help: """
      Have the provider of --model count: the text is sent to it over the network, with the key in ANTHROPIC_API_KEY, \
      GEMINI_API_KEY or OPENAI_API_KEY.
      """)
  var exact = false

  func validate(_ command: CountCommand) throws {
    if messageFormat != nil, !messages { throw ValidationError("--message-format goes with --messages") }
    if messages, command.paths.count != 1 { throw ValidationError("--messages takes one file or -") }
    if exact, command.encodingChoice.model == nil || command.encodingChoice.encoding != nil {
      throw ValidationError("--exact goes with --model and without --encoding")
    }
    guard messages || exact else { return }
    guard !(messages && exact) else { throw ValidationError("--messages and --exact exclude each other") }
    guard command.normalize == nil, command.maxTokens == nil, command.parts.division == nil, !command.machine.ndjson,
      command.machine.bench == nil
    else {
      throw ValidationError(
        "\(messages ? "--messages" : "--exact") does not go with --by, --normalize, --max-tokens, --ndjson and --bench")
    }
  }
}
