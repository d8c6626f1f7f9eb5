import TareJSON

/// Reads the payload of OpenAI Chat Completions.
///
/// Content is a string, parts or null; calls are `tool_calls` of type function or custom, or the older
/// `function_call`; results are messages of role `tool` with the id of their call, or of the older role `function`
/// with its name. Members that are neither named here nor known to be no text for the model are kept as unread.
struct OpenAIChatReader {
  func read(_ document: JSONDocument) throws(ConversationError) -> ConversationPayload {
    let root = document.root
    let array = try messageArray(of: root)
    var messages: [Message] = []
    for (index, value) in array.elements.enumerated() {
      messages.append(try message(value, index: index))
    }
    let tools = (root["tools"]?.elements ?? []) + (root["functions"]?.elements ?? [])
    let choice = root["tool_choice"] ?? root["function_call"]
    return ConversationPayload(
      messageArray: array, messages: messages, model: root["model"]?.string, tools: tools,
      mustCallTool: choice?.kind == .object || choice?.string == "required", unread: unread(in: root))
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

  private func messageArray(of root: JSONValue) throws(ConversationError) -> JSONValue {
    if root.kind == .array { return root }
    let arrays = root.members.filter { $0.name == "messages" }
    guard let array = arrays.first?.value, array.kind == .array else {
      throw ConversationError(
        .unexpectedShape, at: arrays.first?.value ?? root,
        "expected an array of messages, or an object with one as \"messages\"")
    }
    guard arrays.count == 1 else {
      throw ConversationError(.unexpectedShape, at: arrays[1].key, "\"messages\" stands twice")
    }
    return array
  }

  private func message(_ value: JSONValue, index: Int) throws(ConversationError) -> Message {
    guard value.kind == .object else {
      throw ConversationError(.unexpectedShape, at: value, in: index, "found \(value.kind), expected an object")
    }
    let (role, roleName) = try role(of: value, index: index)
    return Message(
      index: index, role: role, roleName: roleName, name: value["name"],
      parts: try parts(of: value, role: role, index: index),
      calls: role == .assistant ? try calls(of: value, index: index) : [],
      results: role == .tool ? [try result(in: value, roleName: roleName, index: index)] : [],
      unread: unread(inMessage: value, isAssistant: role == .assistant), value: value)
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

  private func role(of value: JSONValue, index: Int) throws(ConversationError) -> (Role, String) {
    guard let field = value["role"] else {
      throw ConversationError(.unexpectedShape, at: value, in: index, "has no \"role\"")
    }
    guard let name = field.string else {
      throw ConversationError(.unexpectedShape, at: field, in: index, "\"role\" is \(field.kind), expected a string")
    }
    guard let role = name == "function" ? .tool : Role(rawValue: name) else {
      throw ConversationError(.unknownRole, at: field, in: index, "unknown role \(ConversationError.quoted(name))")
    }
    return (role, name)
  }

  // MARK: Content

  private func parts(of value: JSONValue, role: Role, index: Int) throws(ConversationError) -> [MessagePart] {
    let refusal = value["refusal"].flatMap { $0.kind == .string ? [MessagePart(kind: .text, value: $0)] : nil } ?? []
    let content = value["content"]
    switch content?.kind {
    case .string: return content.map { [MessagePart(kind: .text, value: $0)] + refusal } ?? []
    case .array:
      var parts: [MessagePart] = []
      for part in content?.elements ?? [] { parts.append(try self.part(part, index: index)) }
      return parts + refusal
    case nil where role == .assistant, .null where role == .assistant: return refusal
    default:
      throw ConversationError(
        .unexpectedShape, at: content ?? value, in: index,
        content == nil
          ? "has no \"content\"" : "\"content\" is \(content?.kind ?? .null), expected a string or an array of parts")
    }
  }

  private func part(_ value: JSONValue, index: Int) throws(ConversationError) -> MessagePart {
    guard let type = value["type"]?.string else {
      throw ConversationError(.unexpectedShape, at: value, in: index, "content part has no \"type\"")
    }
    switch type {
    case "text", "refusal":
      guard let text = value[type], text.kind == .string else {
        throw ConversationError(.unexpectedShape, at: value, in: index, "\(type) part has no string as \"\(type)\"")
      }
      return MessagePart(kind: .text, value: text)
    case "image_url":
      return MessagePart(kind: .image(image(value["image_url"])), value: value)
    default:
      return MessagePart(kind: .other(type: type), value: value)
    }
  }

  /// A picture: an object with its URL, or, as some servers take it, the URL alone.
  private func image(_ value: JSONValue?) -> MessageImage {
    let url = value?["url"] ?? value
    return MessageImage(detail: detail(value?["detail"]), size: url?.utf8.flatMap { ImageSize(inDataURL: $0) })
  }

  private func detail(_ value: JSONValue?) -> MessageImage.Detail {
    guard let value, !value.isNull, value.string != "auto" else { return .high }
    return value.string.flatMap(MessageImage.Detail.init(rawValue:)) ?? .other
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
      callID: roleName == "function" ? nil : call, name: value["name"]?.string, content: value["content"] ?? value)
  }
}

/// A message with nothing but text.
func openAIChatMessage(role: Role, text: String) -> [UInt8] {
  var writer = JSONWriter()
  writer.object {
    $0.member("role", role.rawValue)
    $0.member("content", text)
  }
  return writer.bytes
}
