/// The shape in which a provider takes a conversation.
///
/// What a format alone knows stands in its folder of `Formats/`; everything above works on ``Message`` and its kin.
public enum WireFormat: String, Sendable, CaseIterable {
  /// OpenAI Chat Completions, and the many servers that speak it: `messages` with tool calls and tool results.
  case openAIChat = "openai-chat"
  /// OpenAI Responses: `input` with items of many types, which refer to each other by `call_id`.
  case openAIResponses = "openai-responses"
  /// Anthropic Messages: `messages` of blocks, `system` apart, tool results in messages of the user.
  case anthropic
  /// Google Gemini: `contents` of parts, `systemInstruction` apart, function responses in messages of the user.
  case gemini
  /// Amazon Bedrock Converse: `messages` of blocks that are named by their only member, `system` apart.
  case bedrock = "bedrock-converse"
  /// LangChain messages as its programs write them down, plain, as `{"type", "data"}` or as constructors.
  case langchain
  /// ShareGPT, the form of many data sets: `conversations` of `{"from", "value"}`.
  case shareGPT = "sharegpt"

  /// The names of all formats, for messages and options.
  public static var names: [String] { allCases.map(\.rawValue) }
}
