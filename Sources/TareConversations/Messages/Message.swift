public import TareJSON
public import TareText

/// One message of a conversation: a view into the payload, never a copy that could come back different.
public struct Message: Sendable {
  /// The place among the messages of the payload, from 0.
  public let index: Int
  /// Who speaks.
  public internal(set) var role: Role
  /// The role as the payload spells it, which may be another word for the same.
  public internal(set) var roleName: String
  /// The name of the speaker, where the payload gives one.
  public internal(set) var name: JSONValue?
  /// What is said and what tools returned, in order.
  public internal(set) var parts: [MessagePart] = []
  /// The tools the model asks for.
  public internal(set) var calls: [ToolCall] = []
  /// The answers of tools that this message carries.
  public internal(set) var results: [ToolResult] = []
  /// What else the message says.
  public internal(set) var unread: [UnreadMember] = []
  /// Whether the message always stays, because the conversation rests on it: a compaction of what was before, a
  /// reference to what the provider has stored.
  public internal(set) var isPinned = false
  /// Whether the provider takes this message only with the one behind it, as reasoning and what followed from it.
  public internal(set) var leadsNext = false
  /// The message as it stands in the payload.
  public let value: JSONValue
  /// The object with the members of the message: the message itself, or what a dump wraps.
  var body: JSONValue
  /// Where the blocks of the message stand: a string, or an array of them; `nil` where it has neither.
  var content: JSONValue?
  /// The type of a block of text, empty where blocks have none; `nil` where content is no blocks.
  var textType: String?
  /// Whether the format has marks of a cache in its blocks.
  var carriesMarkers = true

  init(index: Int, role: Role, roleName: String? = nil, value: JSONValue) {
    self.index = index
    self.role = role
    self.roleName = roleName ?? role.rawValue
    self.value = value
    body = value
  }

  /// Where the message stands in the payload.
  public var range: SourceRange { value.range }

  /// Whether a person speaks: role user, and not merely the carrier of tool results, as some formats have it. A
  /// message with results and words is a person's, too.
  public var isHuman: Bool { role == .user && (results.isEmpty || parts.contains { $0.origin == .speaker }) }

  /// What is said in words, without what tools returned: the text parts with a line feed between them.
  public var text: String { text(of: .speaker) }

  /// What tools returned in words: the text parts of results with a line feed between them.
  public var resultText: String { text(of: .toolResult) }

  /// Both of them, in order.
  public var wholeText: String { parts.compactMap(\.text).joined(separator: "\n") }

  private func text(of origin: MessagePart.Origin) -> String {
    parts.compactMap { $0.origin == origin ? $0.text : nil }.joined(separator: "\n")
  }
}
