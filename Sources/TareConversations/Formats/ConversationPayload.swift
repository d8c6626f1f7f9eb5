import TareJSON

/// What a format's reader finds in a payload.
struct ConversationPayload {
  /// The array that holds the messages, or the string that is the only one.
  let messageArray: JSONValue
  var messages: [Message]
  var model: String?
  var instructions: [MessagePart] = []
  var tools: [JSONValue] = []
  var mustCallTool = false
  var unread: [UnreadMember] = []
  var cacheMarkersOutside = 0
  /// Whether results may answer calls that only the provider has stored.
  var refersBack = false
  var wrapping = MessageWrapping.plain
}

/// What stands around the members of a message in a dump.
enum MessageWrapping: Sendable, Hashable {
  /// Nothing.
  case plain
  /// `{"type": …, "data": {…}}`
  case data
  /// `{"lc": 1, "type": "constructor", "id": [… , "HumanMessage"], "kwargs": {…}}`, with what the path begins with.
  case constructor(path: [String])
}

extension WireFormat {
  func read(_ document: JSONDocument) throws(ConversationError) -> ConversationPayload {
    switch self {
    case .openAIChat: try OpenAIChatReader().read(document)
    case .openAIResponses: try OpenAIResponsesReader().read(document)
    case .anthropic: try AnthropicReader().read(document)
    case .gemini: try GeminiReader().read(document)
    case .bedrock: try BedrockReader().read(document)
    case .langchain: try LangChainReader().read(document)
    case .shareGPT: try ShareGPTReader().read(document)
    }
  }
}

extension JSONValue {
  /// The array of messages of a payload: the payload itself, or its member of that name.
  func messageArray(_ name: String) throws(ConversationError) -> JSONValue {
    if kind == .array { return self }
    let arrays = members.filter { $0.name == name }
    guard let array = arrays.first?.value, array.kind == .array else {
      throw ConversationError(
        .unexpectedShape, at: arrays.first?.value ?? self,
        "expected an array of messages, or an object with one as \"\(name)\"")
    }
    guard arrays.count == 1 else {
      throw ConversationError(.unexpectedShape, at: arrays[1].key, "\"\(name)\" stands twice")
    }
    return array
  }

  /// The messages of an array, each read by `read`.
  func messages(
    _ read: (JSONValue, Int) throws(ConversationError) -> Message
  ) throws(ConversationError) -> [Message] {
    let values = elements
    guard values.count <= Conversation.messageLimit else {
      throw ConversationError(
        .tooLarge, at: self, "found \(values.count) messages, more than \(Conversation.messageLimit)")
    }
    var messages: [Message] = []
    messages.reserveCapacity(values.count)
    for (index, value) in values.enumerated() { messages.append(try read(value, index)) }
    return messages
  }

  /// The string of the member `name` of a message.
  func word(_ name: String, of index: Int) throws(ConversationError) -> JSONValue {
    guard let field = self[name] else {
      throw ConversationError(.unexpectedShape, at: self, in: index, "has no \"\(name)\"")
    }
    guard field.kind == .string else {
      throw ConversationError(.unexpectedShape, at: field, in: index, "\"\(name)\" is \(field.kind), expected a string")
    }
    return field
  }

  /// That this is a message at all.
  func checkIsObject(_ index: Int) throws(ConversationError) {
    guard kind == .object else {
      throw ConversationError(.unexpectedShape, at: self, in: index, "found \(kind), expected an object")
    }
  }
}

extension ConversationError {
  /// A role that the format does not have.
  static func unknownRole(_ field: JSONValue, _ index: Int) -> ConversationError {
    ConversationError(.unknownRole, at: field, in: index, "unknown role \(quoted(field.string ?? ""))")
  }

  /// Content that is neither of the kinds a format has there.
  static func content(_ content: JSONValue?, of message: JSONValue, _ index: Int, called name: String = "content")
    -> ConversationError
  {
    ConversationError(
      .unexpectedShape, at: content ?? message, in: index,
      content.map { "\"\(name)\" is \($0.kind), expected a string or an array of parts" } ?? "has no \"\(name)\"")
  }
}
