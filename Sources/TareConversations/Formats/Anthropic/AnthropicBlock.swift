import TareJSON

/// The blocks of Anthropic Messages that say something: text, pictures, documents, thinking. LangChain's dumps have them,
/// too.
enum AnthropicBlock {
  /// What a block says; several parts for one that holds others.
  static func parts(
    of block: JSONValue, _ type: String, index: Int, origin: MessagePart.Origin = .speaker
  ) throws(ConversationError) -> [MessagePart] {
    switch type {
    case "text":
      guard let text = block["text"], text.kind == .string else {
        throw ConversationError(.unexpectedShape, at: block, in: index, "text block has no string as \"text\"")
      }
      let isCited = !(block["citations"]?.elements.isEmpty ?? true)
      return [MessagePart(kind: .text, value: text, origin: origin, isFixed: isCited)]
    case "image":
      return [MessagePart(kind: .image(MessageImage(anthropicSource: block["source"])), value: block, origin: origin)]
    case "thinking", "redacted_thinking":
      return [MessagePart(kind: .sealed(type: type), value: block, origin: origin)]
    case "document", "search_result":
      return texts(of: block, origin) ?? [MessagePart(kind: .other(type: type), value: block, origin: origin)]
    default:
      return [MessagePart(kind: .other(type: type), value: block, origin: origin)]
    }
  }

  /// The texts of a document or a search result that holds nothing but text; citations refer to them, so that they stay
  /// as they are.
  private static func texts(of block: JSONValue, _ origin: MessagePart.Origin) -> [MessagePart]? {
    let source = block["source"]
    let inner = (source?["type"]?.string == "content" ? source?["content"] : block["content"])
    let texts =
      source?["type"]?.string == "text"
      ? [source?["data"]] : inner?.kind == .string ? [inner] : (inner?.elements ?? []).map { $0["text"] }
    let titles = [block["title"], block["context"], source].filter { $0?.kind == .string }
    guard !texts.isEmpty, texts.allSatisfy({ $0?.kind == .string }) else { return nil }
    return (titles + texts).compactMap { $0 }.map {
      MessagePart(kind: .text, value: $0, origin: origin, isFixed: true)
    }
  }
}
