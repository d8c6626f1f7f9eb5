import TareConversations
import TareTokens
import Testing

/// Traps 3 and 4: results that ride on the role of the user, and instructions of many kinds and places.
struct RolesTests {
  @Test(arguments: [
    #"[{"role":"user","content":"Hi"},{"role":"assistant","content":[{"type":"tool_use","id":"a","name":"f","input":{}}]},{"role":"user","content":[{"type":"tool_result","tool_use_id":"a","content":"1"}]}]"#,
    #"[{"role":"user","content":[{"text":"Hi"}]},{"role":"assistant","content":[{"toolUse":{"toolUseId":"a","name":"f","input":{}}}]},{"role":"user","content":[{"toolResult":{"toolUseId":"a","content":[{"text":"1"}]}},{"cachePoint":{"type":"default"}}]}]"#,
    #"[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"function_call":{"name":"f","args":{}}}]},{"role":"user","parts":[{"function_response":{"name":"f","response":{"a":"1"}}}]}]"#,
  ])
  func `the last message of a person is not the one that carries results`(payload: String) throws {
    let read = try conversation(payload)
    #expect(read.messages.map(\.isHuman) == [true, false, false])
    #expect(read.messages.last(where: \.isHuman)?.text == "Hi" && read.messages[2].text.isEmpty)
  }

  @Test func `a message with results and words is a person's, and its words are not the results`() throws {
    let read = try conversation(
      #"[{"role":"assistant","content":[{"type":"tool_use","id":"a","name":"f","input":{}}]},{"role":"user","content":[{"type":"tool_result","tool_use_id":"a","content":"1"},{"type":"text","text":"And?"}]}]"#
    )
    let last = read.messages[1]
    #expect(last.isHuman && last.text == "And?" && last.resultText == "1")
    #expect(last.texts.map(\.origin) == [.toolResult, .speaker] && read.runs == [0..<2])
  }

  @Test(arguments: [
    (#"{"system":"Be kind.","messages":[{"role":"user","content":"Hi"}]}"#, WireFormat.anthropic),
    (#"{"system":[{"type":"text","text":"Be kind."}],"messages":[{"role":"user","content":"Hi"}]}"#, .anthropic),
    (#"{"system":[{"text":"Be kind."}],"messages":[{"role":"user","content":[{"text":"Hi"}]}]}"#, .bedrock),
    (#"{"systemInstruction":{"parts":[{"text":"Be kind."}]},"contents":[{"parts":[{"text":"Hi"}]}]}"#, .gemini),
    (#"{"system_instruction":{"parts":{"text":"Be kind."}},"contents":[{"parts":[{"text":"Hi"}]}]}"#, .gemini),
    (#"{"instructions":"Be kind.","input":"Hi"}"#, .openAIResponses),
    (#"{"system":"Be kind.","conversations":[{"from":"human","value":"Hi"}]}"#, .shareGPT),
  ])
  func `instructions beside the messages are read, counted and left alone`(payload: String, format: WireFormat) throws {
    let read = try conversation(payload)
    #expect(read.format == format)
    #expect(read.instructions.map(\.text) == ["Be kind."])
    #expect(read.messages.map(\.text) == ["Hi"] && read.unread.isEmpty)
    let counts = MessageCounter(.o200kBase).counts(of: read)
    #expect(counts.instructions.tokens == 3 + 1 + 3 && counts.fixed >= counts.instructions.tokens)
  }

  @Test(arguments: [WireFormat.openAIChat, .openAIResponses, .anthropic, .bedrock, .gemini, .langchain])
  func `instructions may stand anywhere among the messages`(format: WireFormat) throws {
    let human = String(decoding: format.textMessage(role: .user, text: "Hi"), as: UTF8.self)
    let rule =
      switch format {
      case .bedrock: #"{"role":"system","content":[{"text":"Short."}]}"#
      case .gemini: #"{"role":"system","parts":[{"text":"Short."}]}"#
      case .langchain: #"{"type":"system","content":"Short."}"#
      default: #"{"role":"system","content":"Short."}"#
      }
    let read = try conversation("[\(human),\(rule),\(human),\(rule)]", as: format)
    #expect(read.messages.map(\.role) == [.user, .system, .user, .system])
    #expect(read.messages.map(\.role.isInstruction) == [false, true, false, true])
  }
}
