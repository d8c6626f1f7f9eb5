/// The shape in which a provider takes a conversation.
///
/// What a format alone knows stands in one file of `Formats/`; everything above works on ``Message`` and its kin.
public enum WireFormat: String, Sendable, CaseIterable {
  /// OpenAI Chat Completions, and the many servers that speak it: `messages` with tool calls and tool results.
  case openAIChat = "openai-chat"
}
