import TareJSON

/// Reads messages as LangChain writes them down: plain, as `{"type", "data"}`, or as `{"lc", "type", "id", "kwargs"}`.
///
/// Content is a string or blocks in the form of whatever provider the message came from. The calls of a message stand
/// in `tool_calls`, those whose arguments are no JSON in `invalid_tool_calls`; blocks and `additional_kwargs` that
/// repeat them are not read twice.
struct LangChainReader {
  func read(_ document: JSONDocument) throws(ConversationError) -> ConversationPayload {
    let root = document.root
    let array = try root.messageArray("messages")
    let messages = try array.messages(message)
    var payload = ConversationPayload(messageArray: array, messages: messages)
    payload.wrapping = array.elements.first.map(wrapping) ?? .plain
    return payload
  }

  private func wrapping(_ value: JSONValue) -> MessageWrapping {
    if value["data"]?.kind == .object { return .data }
    guard value["kwargs"]?.kind == .object else { return .plain }
    return .constructor(path: (value["id"]?.elements ?? []).dropLast().map { $0.string ?? "" })
  }

  private func message(_ value: JSONValue, index: Int) throws(ConversationError) -> Message {
    try value.checkIsObject(index)
    let isConstructor = value["kwargs"]?.kind == .object
    let body =
      isConstructor ? value["kwargs"] ?? value : value["data"]?.kind == .object ? value["data"] ?? value : value
    let (role, name) = try role(of: value, body, isConstructor: isConstructor, index: index)
    var message = Message(index: index, role: role, roleName: name, value: value)
    message.body = body
    message.name = body["name"].flatMap { $0.kind == .string && role != .tool ? $0 : nil }
    message.content = body["content"]
    message.textType = name == "function" ? nil : "text"
    // An order to the program's own memory, which no provider sees.
    message.isPinned = name == "remove"
    message.unread =
      body.unreadMembers(at: "messages[].", besides: LangChainMembers.message)
      + (body["additional_kwargs"]?.unreadMembers(
        at: "messages[].additional_kwargs.", besides: LangChainMembers.additional) ?? [])
    if role == .assistant { message.calls = try calls(of: body, index: index) }
    if role == .tool { message.results = [try result(in: body, name, index: index)] }
    try readContent(of: body, into: &message)
    return message
  }

  private func role(
    of value: JSONValue, _ body: JSONValue, isConstructor: Bool, index: Int
  ) throws(ConversationError) -> (Role, String) {
    let field = isConstructor ? value["id"]?.elements.last ?? value : try value.word("type", of: index)
    let type = isConstructor ? LangChainTypes.type(ofClass: field.string ?? "") ?? "" : field.string ?? ""
    guard let role = LangChainTypes.roles[type] else { throw .unknownRole(field, index) }
    guard type == "chat" || type == "ChatMessageChunk" else { return (role, type) }
    let own = body["role"]?.string ?? type
    return (Role(rawValue: own) ?? LangChainTypes.roles[own] ?? .user, own)
  }

  private func calls(of body: JSONValue, index: Int) throws(ConversationError) -> [ToolCall] {
    var calls: [ToolCall] = []
    for call in (body["tool_calls"]?.elements ?? []) + (body["invalid_tool_calls"]?.elements ?? []) {
      calls.append(ToolCall(id: call["id"]?.string, name: call["name"]?.string ?? "", input: call["args"]))
    }
    guard calls.isEmpty, let raw = body["additional_kwargs"] else { return calls }
    for call in raw["tool_calls"]?.elements ?? [] {
      let function = call["function"] ?? call
      calls.append(
        ToolCall(id: call["id"]?.string, name: function["name"]?.string ?? "", input: function["arguments"]))
    }
    if calls.isEmpty, let older = raw["function_call"], older.kind == .object {
      calls.append(ToolCall(id: nil, name: older["name"]?.string ?? "", input: older["arguments"]))
    }
    return calls
  }

  private func result(in body: JSONValue, _ type: String, index: Int) throws(ConversationError) -> ToolResult {
    let isOlder = type.lowercased().hasPrefix("function")
    return ToolResult(
      callID: isOlder ? nil : try body.word("tool_call_id", of: index).string,
      name: isOlder ? try body.word("name", of: index).string : body["name"]?.string, content: body["content"])
  }

  private func readContent(of body: JSONValue, into message: inout Message) throws(ConversationError) {
    let origin: MessagePart.Origin = message.role == .tool ? .toolResult : .speaker
    switch message.content?.kind {
    case .string: message.parts = message.content.map { [MessagePart(kind: .text, value: $0, origin: origin)] } ?? []
    case .array:
      // Blocks repeat the calls that `tool_calls` has.
      var known = Set(message.calls.compactMap(\.id))
      for block in message.content?.elements ?? [] { readBlock(block, origin, into: &message, calls: &known) }
    case nil where message.role == .assistant || message.isPinned, .null where message.role == .assistant: break
    default: throw .content(message.content, of: body, message.index)
    }
  }

  private func readBlock(
    _ block: JSONValue, _ origin: MessagePart.Origin, into message: inout Message, calls known: inout Set<String>
  ) {
    if block.kind == .string { return message.parts.append(MessagePart(kind: .text, value: block, origin: origin)) }
    if block[CacheMarker.block] != nil { return }
    let type = block["type"]?.string ?? ""
    guard LangChainMembers.callBlocks.contains(type), message.role == .assistant else {
      message.parts.append(LangChainBlock.part(block, type, origin))
      if type == "text" { message.note(unreadIn: block, besides: LangChainMembers.text) }
      return
    }
    // The item of Responses has an id of its own beside that of the call.
    let id = block["call_id"]?.string ?? block["id"]?.string
    guard let id, let name = block["name"]?.string, known.insert(id).inserted else { return }
    message.calls.append(
      ToolCall(id: id, name: name, input: block["input"] ?? block["args"] ?? block["arguments"]))
  }
}
