import TareJSON

/// One item of OpenAI Responses as a message.
///
/// ```
/// message                                  whoever its role names
/// …_call with call_id                      a call of the assistant
/// …_call_output, …_output with call_id     its result
/// mcp_approval_request, …_response         a call, whose id the response names, and its result
/// reasoning, and calls without call_id     sealed: the provider ran them
/// compaction, item_reference, tool lists   pinned
/// ```
enum ResponsesItem {
  static let reference = "item_reference"

  static func message(_ value: JSONValue, index: Int) throws(ConversationError) -> Message {
    try value.checkIsObject(index)
    let type = value["type"]?.string ?? "message"
    if type == "message" { return try said(value, index: index) }
    if type == "mcp_approval_request" { return called(value, id: try value.word("id", of: index), index) }
    if type == "mcp_approval_response" {
      return try returned(value, id: try value.word("approval_request_id", of: index), content: nil, index)
    }
    if let id = value["call_id"], id.kind == .string {
      if type.hasSuffix("_output") { return try returned(value, id: id, content: value["output"], index) }
      if type.hasSuffix("_call") { return called(value, id: id, index) }
    }
    if type == "function_call" || type.hasSuffix("call_output") { _ = try value.word("call_id", of: index) }
    return other(value, type, index: index)
  }

  private static func said(_ value: JSONValue, index: Int) throws(ConversationError) -> Message {
    let field = try value.word("role", of: index)
    guard let role = Role(rawValue: field.string ?? ""), role != .tool else { throw .unknownRole(field, index) }
    var message = Message(index: index, role: role, value: value)
    message.content = value["content"]
    message.textType = role == .assistant ? "output_text" : "input_text"
    message.unread = value.unreadMembers(at: "input[].", besides: ResponsesMembers.message)
    switch message.content?.kind {
    case .string: message.parts = message.content.map { [MessagePart(kind: .text, value: $0)] } ?? []
    case .array:
      for part in message.content?.elements ?? [] { try message.read(part, origin: .speaker) }
    default: throw .content(message.content, of: value, index)
    }
    return message
  }

  private static func called(_ value: JSONValue, id: JSONValue, _ index: Int) -> Message {
    var message = Message(index: index, role: .assistant, value: value)
    let input = value["arguments"] ?? value["input"] ?? value["action"] ?? value["operation"]
    let name = value["name"]?.string ?? value["type"]?.string ?? ""
    message.calls = [ToolCall(id: id.string, name: name, input: input)]
    message.unread = value.unreadMembers(at: "input[].", besides: ResponsesMembers.call)
    return message
  }

  private static func returned(_ value: JSONValue, id: JSONValue, content: JSONValue?, _ index: Int)
    throws(ConversationError) -> Message
  {
    var message = Message(index: index, role: .tool, value: value)
    let type = value["type"]?.string ?? ""
    let isFree = ["function_call_output", "custom_tool_call_output", "local_shell_call_output"].contains(type)
    message.results = [ToolResult(callID: id.string, name: nil, content: content, isReplaceable: isFree)]
    message.unread = value.unreadMembers(at: "input[].", besides: ResponsesMembers.output)
    message.content = content
    message.textType = isFree ? "input_text" : nil
    switch content?.kind {
    case .string:
      message.parts = content.map { [MessagePart(kind: .text, value: $0, origin: .toolResult)] } ?? []
    case .array where isFree:
      for part in content?.elements ?? [] { try message.read(part, origin: .toolResult) }
    case .object where content?["type"]?.string == "computer_screenshot":
      message.parts = content.map { [.screenshot($0)] } ?? []
    case .array, .object:
      message.parts = content.map { [MessagePart(kind: .json, value: $0, origin: .toolResult)] } ?? []
    default: break
    }
    return message
  }

  /// Reasoning, what the provider ran itself, references, and items of a later version.
  private static func other(_ value: JSONValue, _ type: String, index: Int) -> Message {
    let role = value["role"]?.string.flatMap { Role(rawValue: $0) }
    let isToolList = ResponsesMembers.toolLists.contains(type)
    var message = Message(index: index, role: role ?? (isToolList ? .developer : .assistant), value: value)
    message.isPinned = isToolList || type == reference || type.contains("compaction")
    let isSealed = role == nil && !isToolList && type != reference
    message.parts = [MessagePart(kind: isSealed ? .sealed(type: type) : .other(type: type), value: value)]
    return message
  }
}

extension Message {
  /// Reads a part of content or of an output.
  fileprivate mutating func read(_ part: JSONValue, origin: MessagePart.Origin) throws(ConversationError) {
    guard part.kind == .object else {
      throw ConversationError(.unexpectedShape, at: part, in: index, "part is \(part.kind), expected an object")
    }
    let type = part["type"]?.string ?? ""
    let text = part[type == "refusal" ? "refusal" : "text"]
    switch type {
    case "input_text", "output_text", "text", "summary_text", "refusal":
      guard let text, text.kind == .string else {
        return parts.append(MessagePart(kind: .other(type: type), value: part, origin: origin))
      }
      // Annotations count the letters of the text.
      let isAnnotated = !(part["annotations"]?.elements.isEmpty ?? true)
      parts.append(MessagePart(kind: .text, value: text, origin: origin, isFixed: isAnnotated))
      note(unreadIn: part, at: "input[].content[].", besides: ResponsesMembers.text)
    case "input_image":
      let image = MessageImage(openAI: part["image_url"], detail: part["detail"])
      parts.append(MessagePart(kind: .image(image), value: part, origin: origin))
      note(unreadIn: part, at: "input[].content[].", besides: ResponsesMembers.image)
    default: parts.append(MessagePart(kind: .other(type: type), value: part, origin: origin))
    }
  }
}

extension MessagePart {
  /// What a computer shows after an action.
  fileprivate static func screenshot(_ value: JSONValue) -> MessagePart {
    MessagePart(kind: .image(MessageImage(openAI: value["image_url"])), value: value, origin: .toolResult)
  }
}
