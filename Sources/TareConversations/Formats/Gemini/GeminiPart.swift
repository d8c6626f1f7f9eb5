import TareJSON

/// One part of a message of Gemini.
struct GeminiPart {
  private let value: JSONValue
  private let index: Int

  init(_ value: JSONValue, index: Int) throws(ConversationError) {
    guard value.kind == .object else {
      throw ConversationError(.unexpectedShape, at: value, in: index, "part is \(value.kind), expected an object")
    }
    self.value = value
    self.index = index
  }

  func read(into message: inout Message) throws(ConversationError) {
    let signature = value.either("thoughtSignature").flatMap { $0.kind == .string ? $0 : nil }
    if let signature {
      message.parts.append(MessagePart(kind: .sealed(type: "thoughtSignature"), value: signature))
    }
    message.note(unreadIn: value, at: "contents[].parts[].", besides: GeminiMembers.part)
    if value["thought"]?.boolean == true {
      message.parts.append(MessagePart(kind: .sealed(type: "thought"), value: value["text"] ?? value))
    } else if let text = value["text"], text.kind == .string {
      message.parts.append(MessagePart(kind: .text, value: text, isFixed: signature != nil))
    } else if let call = value.either("functionCall") ?? value.either("toolCall") {
      try readCall(call, into: &message)
    } else if let response = value.either("functionResponse") {
      readResponse(response, into: &message)
    } else if let response = value.either("toolResponse") {
      message.results.append(
        ToolResult(callID: response["id"]?.string, name: toolName(response), content: nil, isProviderRun: true))
      message.parts.append(MessagePart(kind: .sealed(type: "toolResponse"), value: response, origin: .toolResult))
    } else {
      message.parts += media(.speaker)
    }
  }

  private func readCall(_ call: JSONValue, into message: inout Message) throws(ConversationError) {
    let isProviderRun = value.either("functionCall") == nil
    guard let name = isProviderRun ? toolName(call) : call["name"]?.string else {
      throw ConversationError(.unexpectedShape, at: call, in: index, "function call has no string as \"name\"")
    }
    message.calls.append(
      ToolCall(id: call["id"]?.string, name: name, input: call["args"], isProviderRun: isProviderRun))
  }

  /// What a tool of the provider is known by where there is no id.
  private func toolName(_ value: JSONValue) -> String? { value.either("toolType")?.string ?? "" }

  private func readResponse(_ response: JSONValue, into message: inout Message) {
    let content = response["response"].flatMap { $0.isNull ? nil : $0 }
    message.results.append(ToolResult(callID: response["id"]?.string, name: response["name"]?.string, content: content))
    if let content { message.parts.append(MessagePart(kind: .json, value: content, origin: .toolResult)) }
    for part in response["parts"]?.elements ?? [] {
      message.parts += (try? GeminiPart(part, index: index).media(.toolResult)) ?? []
    }
  }

  /// Pictures, files and sound, code that ran, and parts of a later version.
  private func media(_ origin: MessagePart.Origin) -> [MessagePart] {
    if let data = value.either("inlineData") {
      let type = data.either("mimeType")?.string ?? ""
      guard type.hasPrefix("image/") else {
        return [MessagePart(kind: .other(type: type), value: value, origin: origin)]
      }
      let detail = MessageImage.Detail(gemini: value.either("mediaResolution"))
      return [
        MessagePart(kind: .image(MessageImage(base64: data["data"], detail: detail)), value: value, origin: origin)
      ]
    }
    if value.either("fileData")?.either("mimeType")?.string?.hasPrefix("image/") == true {
      let detail = MessageImage.Detail(gemini: value.either("mediaResolution"))
      return [MessagePart(kind: .image(MessageImage(detail: detail)), value: value, origin: origin)]
    }
    let type = value.members.lazy.map(\.name).first { GeminiMembers.isContent($0) }
    // A signature may stand alone.
    guard let type else { return [] }
    let isCode = ["executableCode", "codeExecutionResult"].contains { value.either($0) != nil }
    return [MessagePart(kind: isCode ? .sealed(type: type) : .other(type: type), value: value, origin: origin)]
  }
}
