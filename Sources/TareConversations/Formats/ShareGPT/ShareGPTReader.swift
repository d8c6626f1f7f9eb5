import TareJSON

/// Reads a conversation of ShareGPT: `conversations` of `{"from", "value"}`.
///
/// Nothing there has an id. A `function_call` is answered by the first `observation` or `tool` behind it that answers no
/// earlier one; a message of the model that is followed by results without such calls has called its tools in its text.
struct ShareGPTReader {
  func read(_ document: JSONDocument) throws(ConversationError) -> ConversationPayload {
    let root = document.root
    let array = try root.messageArray("conversations")
    var messages = try array.messages(message)
    addCalls(to: &messages)
    var payload = ConversationPayload(messageArray: array, messages: messages)
    payload.model = root["model"]?.string
    if let system = root["system"], system.kind == .string {
      payload.instructions = [MessagePart(kind: .text, value: system)]
    }
    payload.unread = root["tools"].map { $0.isNull ? [] : [UnreadMember(name: "tools", value: $0)] } ?? []
    return payload
  }

  private static let roles: [String: Role] = [
    "system": .system, "human": .user, "user": .user, "gpt": .assistant, "chatgpt": .assistant, "assistant": .assistant,
    "model": .assistant, "bing": .assistant, "bard": .assistant, "function_call": .assistant, "tool": .tool,
    "observation": .tool, "function_response": .tool,
  ]

  private func message(_ value: JSONValue, index: Int) throws(ConversationError) -> Message {
    try value.checkIsObject(index)
    let field = try value.word("from", of: index)
    guard let role = Self.roles[field.string ?? ""] else { throw .unknownRole(field, index) }
    let text = try value.word("value", of: index)
    var message = Message(index: index, role: role, roleName: field.string, value: value)
    message.unread = value.unreadMembers(
      at: "conversations[].", besides: ["from", "value", "weight", "markdown", "text"])
    if message.roleName == "function_call" {
      message.calls = [ToolCall(id: nil, name: "", input: text)]
      return message
    }
    if role == .tool { message.results = [ToolResult(callID: nil, name: nil, content: text)] }
    message.parts = [MessagePart(kind: .text, value: text, origin: role == .tool ? .toolResult : .speaker)]
    return message
  }

  /// Gives a message of the model a call for each result behind it that no `function_call` asked for.
  private func addCalls(to messages: inout [Message]) {
    var asked = 0
    var speaker: Int?
    for index in messages.indices {
      switch messages[index].role {
      case .assistant:
        let isCall = !messages[index].calls.isEmpty
        asked += isCall ? 1 : 0
        speaker = isCall ? nil : index
      case .tool:
        if asked > 0 { asked -= 1 } else if let speaker { messages[speaker].calls.append(.inText) }
      case .system, .developer, .user: (asked, speaker) = (0, nil)
      }
    }
  }
}

extension ToolCall {
  /// A call that stands in what the model says.
  fileprivate static let inText = ToolCall(id: nil, name: "", input: nil)
}
