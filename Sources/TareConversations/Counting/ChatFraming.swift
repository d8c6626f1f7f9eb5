/// What a provider adds around the text of a conversation, in tokens.
///
/// The numbers are data: each set stands in a table of the day it was read, with its source. OpenAI publishes no formula
/// for tool calls and tool results, and others publish none at all; what that may be off by is carried along as
/// uncertain.
public struct ChatFraming: Sendable, Hashable {
  /// The name of the set.
  public let name: String
  /// The name reports show for the source.
  public let title: String
  /// Where the numbers stand.
  public let source: String
  /// How far they can be trusted for the model.
  public let status: Status
  /// Whether the name of the role is text that is counted.
  public let countsRole: Bool

  /// Around each message.
  public let message: Int
  /// Beside the tokens of a speaker's name.
  public let speaker: Int
  /// The opening of the model's reply, once.
  public let reply: Int
  /// The id by which a result refers to its call.
  public let resultID: Int
  /// How far off the count of one call, header and all, may be.
  public let uncertainPerCall: Int

  /// At the start of each tool.
  public let tool: Int
  /// At the start of an object's properties.
  public let properties: Int
  /// At each property.
  public let property: Int
  /// At the start of a list of allowed values.
  public let enumeration: Int
  /// At each allowed value.
  public let enumerationItem: Int
  /// Behind all tools, once.
  public let toolsEnd: Int
}

extension ChatFraming {
  /// How far the numbers can be trusted for a model.
  public enum Status: String, Sendable, Hashable {
    /// The provider publishes them for the model.
    case published
    /// The provider publishes them for an older model of the same kind: counts are ``TokenCount/Basis/assumed``.
    case assumed
    /// The provider publishes none, and all of them are uncertain.
    case unpublished
  }
}

/// The tokens of the system prompt that a provider adds where a request offers tools.
public struct ToolPrompt: Sendable, Hashable {
  /// Where the model may use them or not.
  public let auto: Int
  /// Where it has to use one.
  public let any: Int
}
