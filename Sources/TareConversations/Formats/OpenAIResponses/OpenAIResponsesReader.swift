import TareJSON

/// Reads the payload of OpenAI Responses.
///
/// `input` is a string, or items: messages, reasoning, calls of many kinds and their outputs, which share a `call_id`.
/// `instructions` stands beside them. Outputs may answer calls that only the provider has stored, where the request goes
/// on from an earlier response or refers to items by their ids.
struct OpenAIResponsesReader {
  func read(_ document: JSONDocument) throws(ConversationError) -> ConversationPayload {
    let root = document.root
    if let text = root["input"], text.kind == .string { return request(root, array: text, [only(text)]) }
    let array = try root.messageArray("input")
    var messages = try array.messages(ResponsesItem.message)
    tieReasoning(&messages)
    return request(root, array: array, messages)
  }

  private func request(_ root: JSONValue, array: JSONValue, _ messages: [Message]) -> ConversationPayload {
    var payload = ConversationPayload(messageArray: array, messages: messages)
    payload.model = root["model"]?.string
    if let text = root["instructions"], text.kind == .string {
      payload.instructions = [MessagePart(kind: .text, value: text)]
    }
    payload.tools = root["tools"]?.elements ?? []
    let choice = root["tool_choice"]
    payload.mustCallTool = choice?.kind == .object || choice?.string == "required"
    payload.unread = unread(in: root)
    payload.refersBack =
      ["previous_response_id", "conversation"].contains { !(root[$0]?.isNull ?? true) }
      || array.elements.contains { $0["type"]?.string == ResponsesItem.reference }
    return payload
  }

  /// The message that a string is.
  private func only(_ text: JSONValue) -> Message {
    var message = Message(index: 0, role: .user, value: text)
    message.parts = [MessagePart(kind: .text, value: text)]
    return message
  }

  /// What the request says beside its items; an answer in plain text is what no word at all comes to.
  private func unread(in root: JSONValue) -> [UnreadMember] {
    let format = root["text"]?["format"]
    let isPlain = format == nil || format?.isNull == true || format?["type"]?.string == "text"
    let instructions = root["instructions"]
    return root.unreadMembers(besides: ResponsesMembers.request).filter {
      switch $0.name {
      case "text": !isPlain
      case "instructions": instructions?.kind != .string
      default: true
      }
    }
  }

  /// Reasoning goes with all that the model did after it in the same response.
  private func tieReasoning(_ messages: inout [Message]) {
    var isTied = false
    for index in messages.indices.dropLast() {
      if messages[index].role != .assistant { isTied = false }
      if messages[index].value["type"]?.string == "reasoning" { isTied = true }
      messages[index].leadsNext = isTied && messages[index + 1].role == .assistant
    }
  }
}
