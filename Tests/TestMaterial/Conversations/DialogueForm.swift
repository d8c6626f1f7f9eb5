/// The shapes in which a dialogue can be written down, by the names the command line has for them.
///
/// Each message has something that a writer of its own would not keep: an order of members, the spelling of a number, an
/// escape, a member or a block that nobody knows.
public enum DialogueForm: String, Sendable, CaseIterable {
  case openAIChat = "openai-chat"
  case openAIResponses = "openai-responses"
  case anthropic
  case gemini
  case bedrock = "bedrock-converse"
  case langchain
  case shareGPT = "sharegpt"

  /// The messages of a dialogue, as JSON.
  public func messages(of dialogue: Dialogue) -> [String] {
    dialogue.events.flatMap { event -> [String] in
      switch event {
      case .system(let text): system(text)
      case .human(let text): [human(text)]
      case .exchange(let thought, let calls): exchange(thought, calls)
      case .answer(let text): [answer(text)]
      }
    }
  }

  /// A request with those messages in it.
  public func payload(of messages: some Sequence<String>, dialogue: Dialogue) -> [UInt8] {
    let list = "[ " + messages.joined(separator: ",\n  ") + "\n]"
    var instructions = ""
    if case .system(let text) = dialogue.events.first { instructions = text }
    let body =
      switch self {
      case .openAIChat: #"{"model":"gpt-4o","messages":\#(list),"temperature":0.0}"#
      case .openAIResponses: #"{"instructions":"\#(instructions)","input":\#(list),"model":"gpt-4o","store":false}"#
      case .anthropic:
        #"{"model":"claude-sonnet-4-6","max_tokens":1024,"system":[{"type":"text","text":"\#(instructions).","cache_control":{"type":"ephemeral"}}],"messages":\#(list)}"#
      case .gemini: #"{"contents":\#(list),"systemInstruction":{"parts":[{"text":"\#(instructions)"}]}}"#
      case .bedrock:
        #"{"system":[{"text":"\#(instructions)."},{"cachePoint":{"type":"default"}}],"messages":\#(list),"inferenceConfig":{"maxTokens":1.0e3}}"#
      case .langchain: list
      case .shareGPT: #"{"id":"x_0","conversations":\#(list)}"#
      }
    return Array(body.utf8)
  }

  /// The whole dialogue as a request.
  public func payload(of dialogue: Dialogue) -> [UInt8] { payload(of: messages(of: dialogue), dialogue: dialogue) }

  // MARK: Messages

  private func system(_ text: String) -> [String] {
    switch self {
    case .openAIChat: [#"{"role": "system", "content": "\#(text)"}"#]
    case .langchain: [#"{"type":"system","content":"\#(text)","id":null,"additional_kwargs":{}}"#]
    case .shareGPT: [#"{"from":"system","value":"\#(text)"}"#]
    case .openAIResponses, .anthropic, .gemini, .bedrock: []
    }
  }

  private func human(_ text: String) -> String {
    switch self {
    case .openAIChat, .openAIResponses: #"{"role":"user","content":"\#(text)"}"#
    case .anthropic: #"{"content":[{"text":"\#(text)","type":"text"}],"role":"user"}"#
    case .gemini: #"{"role":"user","parts":[{"text":"\#(text)"}]}"#
    case .bedrock: #"{"role":"user","content":[{"text":"\#(text)"}]}"#
    case .langchain: #"{"type":"human","content":"\#(text)","example":false}"#
    case .shareGPT: #"{"from":"human","value":"\#(text)"}"#
    }
  }

  private func answer(_ text: String) -> String {
    switch self {
    case .openAIChat: #"{"content":"\#(text)","role":"assistant","x-score":-0.50,"x":"\u00e9\/"}"#
    case .openAIResponses:
      #"{"type":"message","id":"msg_1","status":"completed","role":"assistant","content":[{"type":"output_text","text":"\#(text)","annotations":[]}]}"#
    case .anthropic: #"{"role":"assistant","content":"\#(text)","x-score":-0.50}"#
    case .gemini: #"{"parts":[{"text":"\#(text)"},{"x_new":{"n":1e2}}],"role":"model"}"#
    case .bedrock: #"{"content":[{"text":"\#(text)"},{"x_new":{"n":1e2}}],"role":"assistant"}"#
    case .langchain:
      #"{"content":[{"type":"text","text":"\#(text)"}],"type":"ai","usage_metadata":{"total_tokens":1e2}}"#
    case .shareGPT: #"{"value":"\#(text)","from":"gpt","weight":1.0}"#
    }
  }

  private func exchange(_ thought: String?, _ calls: [Dialogue.Call]) -> [String] {
    switch self {
    case .openAIChat: ExchangeForms.openAIChat(calls)
    case .openAIResponses: ExchangeForms.openAIResponses(thought, calls)
    case .anthropic: ExchangeForms.anthropic(thought, calls)
    case .gemini: ExchangeForms.gemini(thought, calls)
    case .bedrock: ExchangeForms.bedrock(thought, calls)
    case .langchain: ExchangeForms.langchain(calls)
    case .shareGPT: ExchangeForms.shareGPT(calls)
    }
  }
}
