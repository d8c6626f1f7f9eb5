import TareJSON

/// Reads the payload of Amazon Bedrock Converse.
///
/// Content is an array of blocks, each named by its only member; results stand in messages of the user. `system` and
/// `toolConfig` stand apart.
struct BedrockReader {
  func read(_ document: JSONDocument) throws(ConversationError) -> ConversationPayload {
    let root = document.root
    let array = try root.messageArray("messages")
    let messages = try array.messages(message)
    let tools = root["toolConfig"]?["tools"]?.elements ?? []
    var payload = ConversationPayload(messageArray: array, messages: messages)
    payload.model = root["modelId"]?.string
    payload.instructions = (root["system"]?.elements ?? []).compactMap(instruction)
    payload.tools = tools.filter { $0[CacheMarker.block] == nil }
    let choice = root["toolConfig"]?["toolChoice"]
    payload.mustCallTool = choice?["any"] != nil || choice?["tool"] != nil
    payload.unread = root.unreadMembers(besides: BedrockMembers.request)
    payload.cacheMarkersOutside = CacheMarkerScan.count(in: (root["system"]?.elements ?? []) + tools)
    return payload
  }

  private func instruction(_ block: JSONValue) -> MessagePart? {
    if block[CacheMarker.block] != nil { return nil }
    let text = block["text"] ?? block["guardContent"]?["text"]?["text"]
    guard let text, text.kind == .string else {
      return MessagePart(kind: .other(type: block.members.first?.name ?? ""), value: block)
    }
    return MessagePart(kind: .text, value: text)
  }

  private func message(_ value: JSONValue, index: Int) throws(ConversationError) -> Message {
    try value.checkIsObject(index)
    let field = try value.word("role", of: index)
    guard let role = Role(rawValue: field.string ?? ""), [.user, .assistant, .system].contains(role) else {
      throw .unknownRole(field, index)
    }
    var message = Message(index: index, role: role, value: value)
    guard let content = value["content"], content.kind == .array else {
      throw .content(value["content"], of: value, index)
    }
    message.content = content
    message.textType = ""
    message.unread = value.unreadMembers(at: "messages[].", besides: ["role", "content"])
    for block in content.elements { try BedrockBlock(block, index: index).read(into: &message) }
    return message
  }
}
