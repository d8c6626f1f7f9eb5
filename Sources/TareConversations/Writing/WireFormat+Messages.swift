import TareJSON

/// New messages, as each format writes them.
extension WireFormat {
  /// A message with nothing but text.
  ///
  /// A role that the format does not have among its messages, such as system where instructions stand apart, is written
  /// as the user's. For a dump whose messages are wrapped, ask the ``Conversation/textMessage(role:text:)``.
  public func textMessage(role: Role, text: String) -> [UInt8] {
    textMessage(role: role, text: text, wrapping: .plain)
  }

  /// What stands in place of a tool result's content: a string, or what the provider has instead.
  public func resultContent(_ text: String) -> [UInt8] {
    var writer = JSONWriter()
    switch self {
    case .openAIChat, .openAIResponses, .anthropic, .langchain, .shareGPT: writer.value(text)
    case .gemini: writer.object { $0.member("result", text) }
    case .bedrock: writer.array { $0.object { $0.member("text", text) } }
    }
    return writer.bytes
  }

  /// The word for a role in a new message.
  func word(for role: Role) -> String {
    switch self {
    case .openAIChat, .openAIResponses: role == .tool ? Role.user.rawValue : role.rawValue
    case .anthropic, .bedrock: role == .assistant ? role.rawValue : Role.user.rawValue
    case .gemini: role == .assistant ? "model" : "user"
    case .langchain: role == .assistant ? "ai" : role.isInstruction ? "system" : "human"
    case .shareGPT: role == .assistant ? "gpt" : role.isInstruction ? "system" : "human"
    }
  }

  func textMessage(role: Role, text: String, wrapping: MessageWrapping) -> [UInt8] {
    var writer = JSONWriter()
    let word = word(for: role)
    writer.object { message in
      switch self {
      case .openAIChat, .openAIResponses, .anthropic:
        message.member("role", word)
        message.member("content", text)
      case .gemini:
        message.member("role", word)
        message.array("parts") { $0.object { $0.member("text", text) } }
      case .bedrock:
        message.member("role", word)
        message.array("content") { $0.object { $0.member("text", text) } }
      case .langchain: wrapping.write(type: word, text: text, to: &message)
      case .shareGPT:
        message.member("from", word)
        message.member("value", text)
      }
    }
    return writer.bytes
  }
}

extension Conversation {
  /// A message with nothing but text, as the messages of this conversation are written.
  public func textMessage(role: Role, text: String) -> [UInt8] {
    format.textMessage(role: role, text: text, wrapping: wrapping)
  }
}

extension MessageWrapping {
  /// The members of a LangChain message.
  fileprivate func write(type: String, text: String, to message: inout JSONWriter) {
    switch self {
    case .plain:
      message.member("type", type)
      message.member("content", text)
    case .data:
      message.member("type", type)
      message.object("data") { data in
        data.member("content", text)
        data.member("type", type)
      }
    case .constructor(let path):
      message.member("lc", 1)
      message.member("type", "constructor")
      message.array("id") { id in
        for name in path { id.value(name) }
        id.value(LangChainTypes.className(of: type))
      }
      message.object("kwargs") { members in
        members.member("content", text)
        members.member("type", type)
      }
    }
  }
}
