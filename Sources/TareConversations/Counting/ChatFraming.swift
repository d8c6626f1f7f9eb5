/// What a provider adds around the text of a conversation, in tokens.
///
/// Source: OpenAI cookbook, "How to count tokens with tiktoken" (`num_tokens_from_messages`,
/// `num_tokens_for_tools`), in the revision that names gpt-4o-2024-08-06; pictures by OpenAI's vision guide for gpt-4o
/// of that time, while later models charge otherwise, so that a picture is always uncertain. OpenAI publishes no
/// formula for tool calls and tool results: as in LangChain's counter a call costs its name and its arguments and a
/// result 3 for its id, and what that may be off by is carried along as uncertain.
public struct ChatFraming: Sendable, Hashable {
  /// The name reports show for the source.
  public static let source = "OpenAI cookbook, 2024-08"

  /// Around each message.
  public let message = 3
  /// Beside the tokens of a speaker's name.
  public let name = 1
  /// The opening of the model's reply, once.
  public let reply = 3

  /// The id by which a result refers to its call.
  public let resultID = 3
  /// How far off the count of one call, header and all, may be.
  public let uncertainPerCall = 8

  /// At the start of each tool: 7 with o200k_base (gpt-4o), 10 with cl100k_base (gpt-4, gpt-3.5-turbo).
  public let tool: Int
  /// At the start of an object's properties.
  public let properties = 3
  /// At each property.
  public let property = 3
  /// At the start of a list of allowed values.
  public let enumeration = -3
  /// At each allowed value.
  public let enumerationItem = 3
  /// Behind all tools, once.
  public let toolsEnd = 12

  /// A picture at low detail.
  public let lowDetailImage = 85
  /// A picture at high detail: 85 and 170 for each of at most 8 tiles. Its size is not looked at, so this is the
  /// most it can cost.
  public let largestImage = 85 + 8 * 170
  /// What a picture costs at least: 85 and one tile.
  public let smallestImage = 85 + 170
}
