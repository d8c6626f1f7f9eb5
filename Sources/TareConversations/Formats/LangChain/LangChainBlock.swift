import TareJSON

/// The blocks of content that LangChain's messages take over from providers, or have in its own standard form.
enum LangChainBlock {
  static func part(_ block: JSONValue, _ type: String, _ origin: MessagePart.Origin) -> MessagePart {
    switch type {
    case "text":
      guard let text = block["text"], text.kind == .string else { break }
      let isAnnotated = ["citations", "annotations"].contains { !(block[$0]?.elements.isEmpty ?? true) }
      return MessagePart(kind: .text, value: text, origin: origin, isFixed: isAnnotated)
    case "image_url":
      return MessagePart(kind: .image(MessageImage(openAI: block["image_url"])), value: block, origin: origin)
    case "image":
      return MessagePart(kind: .image(image(block)), value: block, origin: origin)
    case "thinking", "redacted_thinking", "reasoning", "reasoning_content":
      return MessagePart(kind: .sealed(type: type), value: block, origin: origin)
    default:
      // What a provider ran itself is as little to be touched as its reasoning.
      let isProviders = type.hasPrefix("server_tool") || type.hasSuffix("_tool_result") || type.hasSuffix("_call")
      if isProviders { return MessagePart(kind: .sealed(type: type), value: block, origin: origin) }
    }
    return MessagePart(kind: .other(type: type), value: block, origin: origin)
  }

  /// A picture in Anthropic's form, or in LangChain's with the data or the URL beside the type.
  private static func image(_ block: JSONValue) -> MessageImage {
    if block["source"]?.kind == .object { return MessageImage(anthropicSource: block["source"]) }
    return MessageImage(base64: block["base64"] ?? block["data"])
  }
}
