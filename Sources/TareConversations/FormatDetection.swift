import TareJSON

/// Tells the formats of payloads apart by their shape.
///
/// What holds the messages decides first: `contents`, `conversations` and `input` have one format each. `messages`, and
/// an array alone, have several; there the first sign that only one of them has decides: in the request, then in the
/// messages in order. Where none has any, it is the form of OpenAI Chat Completions, which the others share for plain
/// text.
struct FormatDetection {
  private let root: JSONValue

  init(_ root: JSONValue) {
    self.root = root
  }

  /// The format; `nil` where the payload is none of them.
  var format: WireFormat? {
    guard root.kind == .object else { return root.kind == .array ? format(of: root.elements) : nil }
    if let messages = root["messages"] { return ofRequest ?? format(of: messages.elements) }
    if root["contents"] != nil { return .gemini }
    if root["conversations"] != nil { return .shareGPT }
    if root["input"] != nil { return .openAIResponses }
    return nil
  }

  /// By the members that requests of one format have beside `messages`.
  private var ofRequest: WireFormat? {
    if ["toolConfig", "inferenceConfig", "modelId", "guardrailConfig"].contains(where: { root[$0] != nil }) {
      return .bedrock
    }
    if ["anthropic_version", "anthropic_beta", "mcp_servers"].contains(where: { root[$0] != nil }) {
      return .anthropic
    }
    if root["tools"]?.elements.contains(where: { $0["input_schema"] != nil }) ?? false { return .anthropic }
    guard let system = root["system"], !system.isNull else { return nil }
    // Bedrock has blocks without a type there.
    return system.elements.isEmpty || system.elements.contains { $0["type"] != nil } ? .anthropic : .bedrock
  }

  private func format(of messages: [JSONValue]) -> WireFormat? {
    for message in messages {
      if let found = Self.format(of: message) { return found }
    }
    if let first = messages.first, first.kind == .object, first["role"] == nil { return nil }
    // Nothing but text: whose it is says the model, where it is named as Anthropic itself names it.
    return root["model"]?.string?.hasPrefix("claude-") ?? false ? .anthropic : .openAIChat
  }

  /// The only format that has a message like this; `nil` where several have.
  private static func format(of message: JSONValue) -> WireFormat? {
    if message["parts"] != nil { return .gemini }
    if message["from"] != nil, message["value"] != nil { return .shareGPT }
    if message["lc"] != nil || message["data"]?.kind == .object { return .langchain }
    let type = message["type"]?.string
    guard message["role"] != nil, type != "chat" else {
      guard let type else { return nil }
      return LangChainTypes.roles[type] != nil ? .langchain : .openAIResponses
    }
    if type == "message" { return .openAIResponses }
    if ["tool_calls", "function_call", "tool_call_id"].contains(where: { message[$0] != nil }) { return .openAIChat }
    if ["tool", "function", "developer"].contains(message["role"]?.string) { return .openAIChat }
    for block in message["content"]?.elements ?? [] {
      if let found = format(ofBlock: block) { return found }
    }
    return nil
  }

  private static func format(ofBlock block: JSONValue) -> WireFormat? {
    guard let type = block["type"]?.string else { return block.kind == .object ? .bedrock : nil }
    switch type {
    case "input_text", "output_text", "input_image", "input_file", "summary_text": return .openAIResponses
    case "image_url", "input_audio", "file", "refusal": return .openAIChat
    case "tool_use", "tool_result", "thinking", "redacted_thinking", "image", "document", "search_result",
      "container_upload", "compaction":
      return .anthropic
    default: return type.hasSuffix("_tool_use") || type.hasSuffix("_tool_result") ? .anthropic : nil
    }
  }
}

extension WireFormat {
  /// The format of a payload by its shape.
  ///
  /// - Throws: ``ConversationError`` that names the formats, where the payload has the shape of none.
  init(detectedIn root: JSONValue) throws(ConversationError) {
    guard let format = FormatDetection(root).format else {
      throw ConversationError(
        .unknownFormat, at: root,
        "expected a request or an array of messages in one of the formats \(Self.names.joined(separator: ", "))")
    }
    self = format
  }
}
