public import TareJSON
public import TareText

/// One message of a conversation: a view into the payload, never a copy that could come back different.
public struct Message: Sendable {
  /// The place among the messages of the payload, from 0.
  public let index: Int
  /// Who speaks.
  public let role: Role
  /// The role as the payload spells it, which may be an older word for the same.
  public let roleName: String
  /// The name of the speaker, where the payload gives one.
  public let name: JSONValue?
  /// What is said, in order.
  public let parts: [MessagePart]
  /// The tools the model asks for.
  public let calls: [ToolCall]
  /// The answers of tools that this message carries.
  public let results: [ToolResult]
  /// What else the message says.
  public let unread: [UnreadMember]
  /// The message as it stands in the payload.
  public let value: JSONValue

  /// Where the message stands in the payload.
  public var range: SourceRange { value.range }
  /// Whether a person speaks: role user, and not merely the carrier of tool results, as some formats have it.
  public var isHuman: Bool { role == .user && results.isEmpty }
  /// The text parts, one after the other with a line feed between them.
  public var text: String { parts.compactMap(\.text).joined(separator: "\n") }
}

/// A piece of what a message says.
public struct MessagePart: Sendable {
  /// What the piece is, as far as counting needs to know.
  public enum Kind: Sendable, Hashable {
    /// Text; the value is the string.
    case text
    /// A picture; the value is the whole part.
    case image(MessageImage)
    /// Sound, a file, or a part of a later version of the format, by the type it names; the value is the whole part.
    case other(type: String)
  }

  /// What the piece is.
  public let kind: Kind
  /// Where it stands in the payload.
  public let value: JSONValue

  /// The text of a text part; `nil` for any other.
  public var text: String? { kind == .text ? value.string : nil }
}

/// A tool the model asks for.
public struct ToolCall: Sendable {
  /// What the result refers to; `nil` in forms that pair by name.
  public let id: String?
  /// The name of the tool.
  public let name: String
  /// The arguments: a string of JSON, or whatever a custom tool takes.
  public let input: JSONValue?
}

/// What a tool returned.
public struct ToolResult: Sendable {
  /// The call it answers; `nil` in forms that pair by name.
  public let callID: String?
  /// The name of the tool, where the payload repeats it.
  public let name: String?
  /// What was returned, a string or parts.
  public let content: JSONValue
}
