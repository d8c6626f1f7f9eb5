import TareJSON

/// Reads the payload of OpenAI Chat Completions.
///
/// Content is a string, parts or null; calls are `tool_calls` of type function or custom, or the older
/// `function_call`; results are messages of role `tool` with the id of their call, or of the older role `function`
/// with its name. Members that are neither named here nor known to be no text for the model are kept as unread.
struct OpenAIChatReader {
  func read(_ document: JSONDocument) throws(ConversationError) -> ConversationPayload {
    let root = document.root
    let array = try root.messageArray("messages")
    let messages = try array.messages(message)
    let tools = (root["tools"]?.elements ?? []) + (root["functions"]?.elements ?? [])
    let choice = root["tool_choice"] ?? root["function_call"]
    return ConversationPayload(
      messageArray: array, messages: messages, model: root["model"]?.string, tools: tools,
      mustCallTool: choice?.kind == .object || choice?.string == "required", unread: unread(in: root),
      cacheMarkersOutside: CacheMarkerScan.count(in: [root] + tools))
  }

  /// What the request says beside its messages and tools. An answer in plain text is what no word at all comes to, and
  /// tools that are no list are nothing that could be read.
  private func unread(in root: JSONValue) -> [UnreadMember] {
    let isPlain = root["response_format"]?["type"]?.string == "text"
    let others = root.unreadMembers(besides: OpenAIChatMembers.request)
    let lists = ["tools", "functions"].compactMap { name -> UnreadMember? in
      guard let value = root[name], !value.isNull, value.kind != .array else { return nil }
      return UnreadMember(name: name, value: value)
    }
    return others.filter { !(isPlain && $0.name == "response_format") } + lists
  }

  private func message(_ value: JSONValue, index: Int) throws(ConversationError) -> Message {
    try value.checkIsObject(index)
    let field = try value.word("role", of: index)
    let name = field.string ?? ""
    guard let role = name == "function" ? .tool : Role(rawValue: name) else { throw .unknownRole(field, index) }
    var message = Message(index: index, role: role, roleName: name, value: value)
    message.name = value["name"]
    message.content = value["content"]
    message.textType = name == "function" ? nil : "text"
    message.parts = try parts(of: value, role: role, index: index)
    if role == .assistant { message.calls = try calls(of: value, index: index) }
    if role == .tool { message.results = [try result(in: value, roleName: name, index: index)] }
    message.unread = unread(inMessage: value, isAssistant: role == .assistant)
    return message
  }

  private func unread(inMessage value: JSONValue, isAssistant: Bool) -> [UnreadMember] {
    var unread = value.unreadMembers(at: "messages[].", besides: OpenAIChatMembers.message)
    for part in value["content"]?.elements ?? [] {
      switch part["type"]?.string {
      case "text", "refusal":
        unread += part.unreadMembers(at: "messages[].content[].", besides: OpenAIChatMembers.text)
      case "image_url":
        unread += part.unreadMembers(at: "messages[].content[].", besides: OpenAIChatMembers.picture)
        unread +=
          part["image_url"]?.unreadMembers(at: "messages[].content[].image_url.", besides: OpenAIChatMembers.link) ?? []
      default: break
      }
    }
    guard isAssistant else {
      // Calls are read of the model only.
      return unread
        + ["tool_calls", "function_call"].compactMap { name in
          value[name].flatMap { $0.isNull ? nil : UnreadMember(name: "messages[].\(name)", value: $0) }
        }
    }
    for call in value["tool_calls"]?.elements ?? [] {
      unread += call.unreadMembers(at: "messages[].tool_calls[].", besides: OpenAIChatMembers.call)
      for kind in ["function", "custom"] {
        unread +=
          call[kind]?.unreadMembers(at: "messages[].tool_calls[].\(kind).", besides: OpenAIChatMembers.calledTool) ?? []
      }
    }
    return unread
  }

  // MARK: Content

  private func parts(of value: JSONValue, role: Role, index: Int) throws(ConversationError) -> [MessagePart] {
    let origin: MessagePart.Origin = role == .tool ? .toolResult : .speaker
    let refusal = value["refusal"].flatMap { $0.kind == .string ? [MessagePart(kind: .text, value: $0)] : nil } ?? []
    let content = value["content"]
    switch content?.kind {
    case .string: return content.map { [MessagePart(kind: .text, value: $0, origin: origin)] + refusal } ?? []
    case .array:
      var parts: [MessagePart] = []
      for part in content?.elements ?? [] { parts.append(try self.part(part, origin, index: index)) }
      return parts + refusal
    case nil where role == .assistant, .null where role == .assistant: return refusal
    default: throw .content(content, of: value, index)
    }
  }

  private func part(
    _ value: JSONValue, _ origin: MessagePart.Origin, index: Int
  ) throws(ConversationError) -> MessagePart {
    guard let type = value["type"]?.string else {
      throw ConversationError(.unexpectedShape, at: value, in: index, "content part has no \"type\"")
    }
    switch type {
    case "text", "refusal":
      guard let text = value[type], text.kind == .string else {
        throw ConversationError(.unexpectedShape, at: value, in: index, "\(type) part has no string as \"\(type)\"")
      }
      return MessagePart(kind: .text, value: text, origin: origin)
    case "image_url":
      return MessagePart(kind: .image(MessageImage(openAI: value["image_url"])), value: value, origin: origin)
    default:
      return MessagePart(kind: .other(type: type), value: value, origin: origin)
    }
  }

  // MARK: Calls and results

  private func calls(of value: JSONValue, index: Int) throws(ConversationError) -> [ToolCall] {
    var calls: [ToolCall] = []
    if let older = value["function_call"], !older.isNull {
      calls.append(ToolCall(id: nil, name: try name(of: older, index: index), input: older["arguments"]))
    }
    guard let list = value["tool_calls"], !list.isNull else { return calls }
    guard list.kind == .array else {
      throw ConversationError(
        .unexpectedShape, at: list, in: index, "\"tool_calls\" is \(list.kind), expected an array")
    }
    for call in list.elements { calls.append(try self.call(call, index: index)) }
    return calls
  }

  private func call(_ value: JSONValue, index: Int) throws(ConversationError) -> ToolCall {
    guard let id = value["id"]?.string else {
      throw ConversationError(.unexpectedShape, at: value, in: index, "tool call has no string as \"id\"")
    }
    let body = value["function"] ?? value["custom"] ?? value
    return ToolCall(
      id: id, name: try name(of: body, index: index), input: body["arguments"] ?? body["input"])
  }

  private func name(of value: JSONValue, index: Int) throws(ConversationError) -> String {
    guard let name = value["name"]?.string else {
      throw ConversationError(.unexpectedShape, at: value, in: index, "tool call has no string as \"name\"")
    }
    return name
  }

  private func result(in value: JSONValue, roleName: String, index: Int) throws(ConversationError) -> ToolResult {
    let key = roleName == "function" ? "name" : "tool_call_id"
    guard let call = value[key]?.string else {
      throw ConversationError(.unexpectedShape, at: value, in: index, "tool result has no string as \"\(key)\"")
    }
    return ToolResult(
      callID: roleName == "function" ? nil : call, name: value["name"]?.string, content: value["content"])
  }
}
