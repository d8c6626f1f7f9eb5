import ArgumentParser
import Tare

/// The sizes of a conversation that is made up.
struct SimulatedSizeOptions: ParsableArguments {
  @Option(
    name: .customLong("system"), help: ArgumentHelp("Tokens of tools and system prompt; 800.", valueName: "tokens"))
  var systemTokens: Int?

  @Option(name: .customLong("user"), help: ArgumentHelp("Tokens of each message; 100.", valueName: "tokens"))
  var userTokens: Int?

  @Option(name: .customLong("assistant"), help: ArgumentHelp("Tokens of each answer; 250.", valueName: "tokens"))
  var assistantTokens: Int?

  @Option(help: ArgumentHelp("How many messages are sent; 40.", valueName: "n"))
  var turns: Int?

  var isStated: Bool { [systemTokens, userTokens, assistantTokens, turns].contains { $0 != nil } }

  func conversation() throws(SimulationError) -> SimulatedConversation {
    try SimulatedConversation(
      systemTokens: systemTokens ?? 800, userTokens: userTokens ?? 100, assistantTokens: assistantTokens ?? 250,
      turns: turns ?? 40)
  }
}
