import TareJSON

/// Reads the payload of Anthropic Messages.
///
/// Content is a string or blocks; calls are blocks `tool_use` of the assistant, results blocks `tool_result` of the user;
/// what the provider runs itself has its calls (`server_tool_use`, `mcp_tool_use`) and results (`…_tool_result`) in
/// messages of the assistant. `system` stands beside the messages, and as a role among them.
struct AnthropicReader {
  func read(_ document: JSONDocument) throws(ConversationError) -> ConversationPayload {
    let root = document.root
    let array = try root.messageArray("messages")
    let messages = try array.messages(message)
    var payload = ConversationPayload(messageArray: array, messages: messages)
    payload.model = root["model"]?.string
    payload.instructions = instructions(in: root["system"])
    payload.tools = root["tools"]?.elements ?? []
    payload.mustCallTool = ["any", "tool"].contains(root["tool_choice"]?["type"]?.string)
    payload.unread = root.unreadMembers(besides: AnthropicMembers.request)
    payload.cacheMarkersOutside = CacheMarkerScan.count(
      in: [root] + (root["system"]?.elements ?? []) + payload.tools)
    return payload
  }

  private func instructions(in system: JSONValue?) -> [MessagePart] {
    guard let system, !system.isNull else { return [] }
    guard system.kind == .array else { return [MessagePart(kind: .text, value: system)] }
    return system.elements.map { block in
      guard let text = block["text"], text.kind == .string else {
        return MessagePart(kind: .other(type: block["type"]?.string ?? ""), value: block)
      }
      return MessagePart(kind: .text, value: text)
    }
  }

  private func message(_ value: JSONValue, index: Int) throws(ConversationError) -> Message {
    try value.checkIsObject(index)
    let field = try value.word("role", of: index)
    guard let role = Role(rawValue: field.string ?? ""), [.user, .assistant, .system].contains(role) else {
      throw .unknownRole(field, index)
    }
    var message = Message(index: index, role: role, value: value)
    message.content = value["content"]
    message.textType = "text"
    message.unread = value.unreadMembers(at: "messages[].", besides: ["role", "content"])
    switch message.content?.kind {
    case .string: message.parts = message.content.map { [MessagePart(kind: .text, value: $0)] } ?? []
    case .array: for block in message.content?.elements ?? [] { try read(block, into: &message) }
    default: throw .content(message.content, of: value, index)
    }
    return message
  }

  private func read(_ block: JSONValue, into message: inout Message) throws(ConversationError) {
    guard let type = block["type"]?.string else {
      throw ConversationError(.unexpectedShape, at: block, in: message.index, "content block has no \"type\"")
    }
    switch (type, message.role) {
    case ("tool_use", .assistant), ("server_tool_use", .assistant), ("mcp_tool_use", .assistant):
      message.calls.append(try call(block, isProviderRun: type != "tool_use", index: message.index))
      message.note(unreadIn: block, besides: AnthropicMembers.call)
    case ("tool_result", .user):
      try readResult(block, into: &message)
    case (_, .assistant) where type.hasSuffix("_tool_result"):
      message.results.append(
        ToolResult(
          callID: try block.word("tool_use_id", of: message.index).string, name: nil, content: block["content"],
          isProviderRun: true))
      message.parts.append(MessagePart(kind: .sealed(type: type), value: block, origin: .toolResult))
    case ("compaction", _):
      message.isPinned = true
      message.parts.append(MessagePart(kind: .sealed(type: type), value: block))
    default:
      message.parts += try AnthropicBlock.parts(of: block, type, index: message.index)
      message.note(unreadIn: block, besides: AnthropicMembers.members(ofBlock: type))
    }
  }

  private func call(_ block: JSONValue, isProviderRun: Bool, index: Int) throws(ConversationError) -> ToolCall {
    ToolCall(
      id: try block.word("id", of: index).string, name: try block.word("name", of: index).string ?? "",
      input: block["input"], isProviderRun: isProviderRun)
  }

  private func readResult(_ block: JSONValue, into message: inout Message) throws(ConversationError) {
    let content = block["content"].flatMap { $0.isNull ? nil : $0 }
    message.results.append(
      ToolResult(callID: try block.word("tool_use_id", of: message.index).string, name: nil, content: content))
    message.note(unreadIn: block, besides: AnthropicMembers.result)
    guard let content else { return }
    guard content.kind == .array else {
      let kind: MessagePart.Kind = content.kind == .string ? .text : .json
      return message.parts.append(MessagePart(kind: kind, value: content, origin: .toolResult))
    }
    for inner in content.elements {
      let type = inner["type"]?.string ?? ""
      message.parts += try AnthropicBlock.parts(of: inner, type, index: message.index, origin: .toolResult)
      message.note(unreadIn: inner, besides: AnthropicMembers.members(ofBlock: type))
    }
  }
}

extension Message {
  /// Keeps the members of a block that no reader has a place for.
  mutating func note(unreadIn block: JSONValue, at path: String = "messages[].content[].", besides known: Set<String>?)
  {
    guard let known else { return }
    unread += block.unreadMembers(at: path, besides: known)
  }
}
