import TareJSON

/// Reads the payload of Google Gemini.
///
/// `contents` holds messages of parts by `user` and `model`; function calls and their responses pair by id where they
/// have one, else by name and order. `systemInstruction` stands apart. Names may be spelt `functionCall` or
/// `function_call`, as protocol buffers take both.
struct GeminiReader {
  func read(_ document: JSONDocument) throws(ConversationError) -> ConversationPayload {
    let root = document.root
    let array = try root.messageArray("contents")
    let messages = try array.messages(message)
    var payload = ConversationPayload(messageArray: array, messages: messages)
    payload.model = root["model"]?.string
    payload.instructions = instructions(in: root.either("systemInstruction"))
    payload.tools = tools(in: root["tools"])
    let mode = root.either("toolConfig")?.either("functionCallingConfig")?["mode"]?.string
    payload.mustCallTool = mode == "ANY"
    payload.unread = unread(in: root)
    return payload
  }

  private func instructions(in value: JSONValue?) -> [MessagePart] {
    guard let value, !value.isNull else { return [] }
    if value.kind == .string { return [MessagePart(kind: .text, value: value)] }
    let parts = value["parts"]?.kind == .object ? value["parts"].map { [$0] } : value["parts"]?.elements
    return (parts ?? [value]).map { part in
      guard let text = part["text"], text.kind == .string else {
        return MessagePart(kind: .other(type: ""), value: part)
      }
      return MessagePart(kind: .text, value: text)
    }
  }

  /// The functions of all tools one by one, and tools of other kinds.
  private func tools(in value: JSONValue?) -> [JSONValue] {
    (value?.elements ?? []).flatMap { tool -> [JSONValue] in
      guard let functions = tool.either("functionDeclarations"), functions.kind == .array else { return [tool] }
      return functions.elements
    }
  }

  private func unread(in root: JSONValue) -> [UnreadMember] {
    let answer = root.either("generationConfig")?.members.filter { GeminiMembers.answerForms.contains($0.name) } ?? []
    return root.unreadMembers(besides: GeminiMembers.request)
      + answer.map { UnreadMember(name: "generationConfig.\($0.name)", value: $0.value) }
  }

  private func message(_ value: JSONValue, index: Int) throws(ConversationError) -> Message {
    try value.checkIsObject(index)
    let field = value["role"].flatMap { $0.isNull ? nil : $0 }
    // Without a role a message is the user's; older programs answer calls as "function".
    let roles: [String: Role] = ["user": .user, "model": .assistant, "function": .user, "system": .system]
    guard let role = roles[field?.string ?? (field == nil ? "user" : "")] else {
      throw .unknownRole(field ?? value, index)
    }
    var message = Message(index: index, role: role, roleName: field?.string ?? "user", value: value)
    guard let parts = value["parts"], parts.kind == .array else {
      throw .content(value["parts"], of: value, index, called: "parts")
    }
    message.content = parts
    message.textType = ""
    message.carriesMarkers = false
    message.unread = value.unreadMembers(at: "contents[].", besides: ["role", "parts"])
    for part in parts.elements { try GeminiPart(part, index: index).read(into: &message) }
    return message
  }
}

extension JSONValue {
  /// The member of that name in camel case, or in the words with underscores of protocol buffers.
  func either(_ name: String) -> JSONValue? { self[name] ?? self[GeminiMembers.underscored(name)] }
}
