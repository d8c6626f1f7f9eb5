import TareConversations
import Testing

/// Long conversations and large messages take time in proportion; a loop within a loop would take minutes here.
struct ConversationSizeTests {
  private static let count = 10_000

  private func list(_ form: (Int) -> String) -> String { (0..<Self.count).map(form).joined(separator: ",") }

  @Test(.timeLimit(.minutes(1))) func `thousands of parallel calls in one message`() throws {
    let anthropic =
      #"[{"role":"assistant","content":[\#(list { #"{"type":"tool_use","id":"\#($0)","name":"f","input":{}}"# })]},{"role":"user","content":[\#(list { #"{"type":"tool_result","tool_use_id":"\#(Self.count - 1 - $0)"}"# })]}]"#
    #expect(try conversation(anthropic).runs == [0..<2])
    let gemini =
      #"[{"role":"model","parts":[\#(list { _ in #"{"functionCall":{"name":"f"}}"# })]},{"role":"user","parts":[\#(list { _ in #"{"functionResponse":{"name":"f","response":{}}}"# })]}]"#
    #expect(try conversation(gemini).runs == [0..<2])
    let langchain =
      #"[{"type":"ai","content":[\#(list { #"{"type":"tool_use","id":"\#($0)","name":"f"}"# })],"tool_calls":[\#(list { #"{"id":"\#($0)","name":"f","args":{}}"# })]},\#(list { #"{"type":"tool","tool_call_id":"\#($0)","content":""}"# })]"#
    #expect(try conversation(langchain).messages[0].calls.count == Self.count)
  }

  @Test(.timeLimit(.minutes(1))) func `thousands of calls whose outputs all come at the end`() throws {
    let read = try conversation(
      #"[\#(list { #"{"type":"function_call","call_id":"\#($0)","name":"f","arguments":"{}"}"# }),\#(list { #"{"type":"function_call_output","call_id":"\#($0)","output":""}"# })]"#
    )
    #expect(read.runs == [0..<(2 * Self.count)])
  }

  @Test(.timeLimit(.minutes(1)))
  func `thousands of calls that are never answered, and of results that nobody asked for`()
    throws
  {
    let calls = #"[\#(list { #"{"from":"function_call","value":"\#($0)"}"# })]"#
    #expect(try conversation(calls, orphans: .mark).groups.allSatisfy(\.isOrphan))
    let results = #"[\#(list { #"{"role":"user","content":[{"type":"tool_result","tool_use_id":"\#($0)"}]}"# })]"#
    #expect(try conversation(results, orphans: .mark).groups.count == Self.count)
  }

  @Test(.timeLimit(.minutes(1))) func `thousands of marks in one message`() throws {
    let read = try conversation(
      #"[{"role":"user","content":[\#(list { #"{"type":"text","text":"\#($0)","cache_control":{"type":"ephemeral"}}"# })]}]"#,
      as: .anthropic)
    let without = read.message(0, removingCacheMarkers: read.messages[0].cacheMarkers)
    #expect(try conversation("[\(read.text(without))]", as: .anthropic).messages[0].cacheMarkers.isEmpty)
  }

  @Test(.timeLimit(.minutes(1))) func `more messages than the limit are refused before they are read`() {
    let many = "[" + String(repeating: "0,", count: Conversation.messageLimit) + "0]"
    let error = #expect(throws: ConversationError.self) { _ = try conversation(many, as: .anthropic) }
    #expect(error?.code == .tooLarge)
  }
}
