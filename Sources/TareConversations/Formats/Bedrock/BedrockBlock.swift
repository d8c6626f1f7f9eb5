import TareJSON

/// One block of a message of Amazon Bedrock Converse: an object with one member, which names what it is.
struct BedrockBlock {
  private let value: JSONValue
  private let index: Int
  /// What the block is.
  private let type: String

  init(_ value: JSONValue, index: Int) throws(ConversationError) {
    guard let first = value.members.first else {
      throw ConversationError(.unexpectedShape, at: value, in: index, "content block is no object with a member")
    }
    self.value = value
    self.index = index
    type = first.name
  }

  func read(into message: inout Message) throws(ConversationError) {
    let inner = value[type] ?? value
    switch (type, message.role) {
    case (CacheMarker.block, _): break
    case ("toolUse", .assistant): message.calls.append(try call(inner))
    case ("toolResult", let role):
      let isProviderRun = role == .assistant
      message.results.append(try result(inner, isProviderRun: isProviderRun))
      if isProviderRun {
        message.parts.append(MessagePart(kind: .sealed(type: type), value: inner, origin: .toolResult))
      } else {
        message.parts += try resultParts(inner["content"])
      }
      message.note(unreadIn: inner, besides: BedrockMembers.result)
    default: message.parts += parts(.speaker)
    }
  }

  private func call(_ use: JSONValue) throws(ConversationError) -> ToolCall {
    ToolCall(
      id: try use.word("toolUseId", of: index).string, name: try use.word("name", of: index).string ?? "",
      input: use["input"], isProviderRun: use["type"]?.string == "server_tool_use")
  }

  private func result(_ result: JSONValue, isProviderRun: Bool) throws(ConversationError) -> ToolResult {
    ToolResult(
      callID: try result.word("toolUseId", of: index).string, name: nil, content: result["content"],
      isProviderRun: isProviderRun)
  }

  private func resultParts(_ content: JSONValue?) throws(ConversationError) -> [MessagePart] {
    var parts: [MessagePart] = []
    for element in content?.elements ?? [] { parts += try BedrockBlock(element, index: index).parts(.toolResult) }
    return parts
  }

  /// What a block says that is neither call nor result.
  private func parts(_ origin: MessagePart.Origin) -> [MessagePart] {
    guard let inner = value[type] else { return [] }
    switch type {
    case "text" where inner.kind == .string: return [MessagePart(kind: .text, value: inner, origin: origin)]
    case "json": return [MessagePart(kind: .json, value: inner, origin: origin)]
    case "image":
      let image = MessageImage(base64: inner["source"]?["bytes"])
      return [MessagePart(kind: .image(image), value: value, origin: origin)]
    case "reasoningContent": return [MessagePart(kind: .sealed(type: type), value: value, origin: origin)]
    case "guardContent":
      guard let text = inner["text"]?["text"], text.kind == .string else { break }
      return [MessagePart(kind: .text, value: text, origin: origin)]
    case "citationsContent", "searchResult":
      let texts = (inner["content"]?.elements ?? []).map { $0["text"] }
      guard !texts.isEmpty, texts.allSatisfy({ $0?.kind == .string }) else { break }
      return texts.compactMap { $0.map { MessagePart(kind: .text, value: $0, origin: origin, isFixed: true) } }
    default: break
    }
    return [MessagePart(kind: .other(type: type), value: value, origin: origin)]
  }
}
