import ArgumentParser
import Tare

/// What becomes of what tools returned.
struct ToolResultOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Before dropping messages, clear the results of all but the newest n tool exchanges.", valueName: "n"))
  var keepToolResults: Int?

  @Option(
    name: .customLong("exclude-tool"),
    help: ArgumentHelp("Never clear the results of this tool; may be repeated.", valueName: "tool"))
  var exemptTools: [String] = []

  @Option(
    name: .customLong("max-tool-result"),
    help: ArgumentHelp(
      "The most tokens of one result, of every tool or of the one named; a longer one loses its middle, whatever room there is. May be repeated.",
      valueName: "[tool=]tokens"))
  var caps: [ToolResultCap] = []

  @Option(
    help: ArgumentHelp(
      "What stands in place of a cleared result; {tokens} and {handle} are filled in.", valueName: "text"))
  var clearedText = ClearedTextArgument()

  func validate() throws {
    if let keepToolResults, keepToolResults < 0 {
      throw ValidationError("--keep-tool-results takes a number from 0")
    }
  }

  var policy: ToolResultPolicy {
    var limits = ToolResultCaps()
    for cap in caps {
      if let tool = cap.tool { limits.mostByTool[tool] = cap.tokens } else { limits.most = cap.tokens }
    }
    return ToolResultPolicy(
      keepNewest: keepToolResults, exemptTools: Set(exemptTools), caps: limits, clearedText: clearedText.text)
  }
}

/// The cap for every tool, `500`, or for one, `search=500`.
struct ToolResultCap: ExpressibleByArgument {
  let tool: String?
  let tokens: Int

  init?(argument: String) {
    let parts = argument.split(separator: "=", omittingEmptySubsequences: false)
    guard let number = parts.last, let tokens = Int(number), tokens > 0 else { return nil }
    let tool = parts.dropLast().joined(separator: "=")
    guard parts.count == 1 || !tool.isEmpty else { return nil }
    self.tool = parts.count == 1 ? nil : tool
    self.tokens = tokens
  }
}

/// The words in place of a cleared result.
struct ClearedTextArgument: ExpressibleByArgument {
  let text: ClearedText
  let defaultValueDescription = "[cleared: {tokens} tokens, handle {handle}]"

  init() { text = .standard }

  init?(argument: String) {
    guard let text = ClearedText(argument) else { return nil }
    self.text = text
  }
}
