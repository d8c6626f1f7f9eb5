import TareConversations
import TareJSON
import Testing

/// Trap 1: a result without its call, or a call without its result, is refused by every provider. Parallel calls, and
/// results spread over messages, make it easy to tear them apart.
struct CallsAndResultsTests {
  private static let uses =
    #"{"type":"tool_use","id":"a","name":"f","input":{}},{"type":"tool_use","id":"b","name":"f","input":{}}"#

  private func result(_ id: String, _ more: String = "") -> String {
    #"{"type":"tool_result","tool_use_id":"\#(id)","content":"1"}\#(more)"#
  }

  private func user(_ blocks: String) -> String { #"{"role":"user","content":[\#(blocks)]}"# }
  private func assistant(_ blocks: String) -> String { #"{"role":"assistant","content":[\#(blocks)]}"# }

  @Test func `results of Anthropic may come in one message or in several that are merged`() throws {
    let one =
      "[\(user(#"{"type":"text","text":"Hi"}"#)),\(assistant(Self.uses)),\(user(result("b", ",") + result("a")))]"
    let two =
      "[\(user(#"{"type":"text","text":"Hi"}"#)),\(assistant(Self.uses)),\(user(result("a"))),\(user(result("b")))]"
    #expect(try conversation(one).runs == [0..<1, 1..<3])
    #expect(try conversation(two).runs == [0..<1, 1..<4])
  }

  @Test(arguments: [
    (#"[USE,{"role":"user","content":"no"}]"#, ConversationError.Code.unansweredCall, 0),
    (#"[USE,{"role":"user","content":[RES_A]}]"#, .unansweredCall, 0),
    (#"[USE,{"role":"user","content":"no"},{"role":"user","content":[RES_A,RES_B]}]"#, .unansweredCall, 0),
    (#"[{"role":"user","content":[RES_A]}]"#, .orphanResult, 0),
    (#"[USE,{"role":"user","content":[RES_A,RES_B]},{"role":"user","content":[RES_B]}]"#, .orphanResult, 2),
    (#"[USE,{"role":"user","content":[RES_A,RES_A,RES_B]}]"#, .orphanResult, 1),
    (
      #"[USE,{"role":"user","content":[RES_A]},{"role":"assistant","content":"so"},{"role":"user","content":[RES_B]}]"#,
      .unansweredCall, 0
    ),
  ])
  func `what Anthropic would refuse is refused with its place, or marked`(
    form: String, code: ConversationError.Code, message: Int
  ) throws {
    let payload = form.replacing("USE", with: assistant(Self.uses)).replacing("RES_A", with: result("a"))
      .replacing("RES_B", with: result("b"))
    let error = #expect(throws: ConversationError.self) { _ = try conversation(payload, as: .anthropic) }
    #expect(error?.code == code && error?.message == message)
    let marked = try conversation(payload, as: .anthropic, orphans: .mark)
    #expect(marked.groups.first { $0.messages.contains(message) }?.isOrphan == true)
  }

  @Test func `what the provider runs itself pairs inside a message and over the two of a paused turn`() throws {
    let call = #"{"type":"server_tool_use","id":"s","name":"web_search","input":{"query":"x"}}"#
    let found = #"{"type":"web_search_tool_result","tool_use_id":"s","content":[{"encrypted_content":"QUJD"}]}"#
    let text = #"{"type":"text","text":"So."}"#
    let hello = user(#"{"type":"text","text":"Hi"}"#)
    #expect(try conversation("[\(hello),\(assistant("\(call),\(found),\(text)"))]").runs == [0..<1, 1..<2])
    #expect(try conversation("[\(hello),\(assistant(call)),\(assistant("\(found),\(text)"))]").runs == [0..<1, 1..<3])
    // A turn that is paused now has no result yet.
    #expect(try conversation("[\(hello),\(assistant(call))]").runs == [0..<1, 1..<2])
    let error = #expect(throws: ConversationError.self) { _ = try conversation("[\(hello),\(assistant(found))]") }
    #expect(error?.code == .orphanResult)
  }

  @Test func `calls of Gemini pair by id, and without ids by name and order`() throws {
    let calls =
      #"{"role":"model","parts":[{"functionCall":{"name":"f","args":{}}},{"functionCall":{"name":"g","id":"2","args":{}}},{"functionCall":{"name":"f","args":{}}}]}"#
    let response = { (name: String, id: String) in #"{"functionResponse":{"name":"\#(name)"\#(id),"response":{}}}"# }
    let all = [response("f", ""), response("g", #","id":"2""#), response("f", "")].joined(separator: ",")
    let read = try conversation(#"[{"parts":[{"text":"Hi"}]},\#(calls),{"role":"user","parts":[\#(all)]}]"#)
    #expect(read.runs == [0..<1, 1..<3] && read.messages.map(\.isHuman) == [true, false, false])
    // A result may leave its id out.
    let without = all.replacing(#","id":"2""#, with: "")
    #expect(try conversation(#"[\#(calls),{"role":"function","parts":[\#(without)]}]"#).runs == [0..<2])
    for wrong in [
      all.replacing(#""name":"g""#, with: #""name":"h""#).replacing(#","id":"2""#, with: ""), response("f", ""),
    ] {
      #expect(throws: ConversationError.self) {
        _ = try conversation(#"[\#(calls),{"role":"user","parts":[\#(wrong)]}]"#)
      }
    }
  }

  @Test func `calls of Responses may be answered anywhere behind them, and what stands between goes with them`() throws
  {
    let read = try conversation(
      #"""
      [{"role":"user","content":"Hi"},{"type":"function_call","call_id":"a","name":"f","arguments":"{}"},
       {"type":"custom_tool_call","call_id":"b","name":"sql","input":"SELECT 1"},
       {"type":"function_call_output","call_id":"a","output":"1"},
       {"type":"message","role":"assistant","content":[{"type":"output_text","text":"Wait."}]},
       {"type":"custom_tool_call_output","call_id":"b","output":[{"type":"input_text","text":"1"}]},
       {"role":"user","content":"So?"}]
      """#)
    #expect(read.runs == [0..<1, 1..<6, 6..<7])
    #expect(read.messages[5].resultText == "1" && read.messages[2].calls.first?.name == "sql")
  }

  @Test(arguments: [
    #"{"type":"computer_call","call_id":"a","action":{"type":"click"}},{"type":"computer_call_output","call_id":"a","output":{"type":"computer_screenshot","image_url":"data:image/gif;base64,R0lGODlhgALgAQAAAA=="}}"#,
    #"{"type":"local_shell_call","call_id":"a","action":{"command":["ls"]}},{"type":"local_shell_call_output","call_id":"a","output":"x"}"#,
    #"{"type":"shell_call","call_id":"a","action":{"commands":["ls"]}},{"type":"shell_call_output","call_id":"a","output":[{"stdout":"x","stderr":""}]}"#,
    #"{"type":"apply_patch_call","call_id":"a","operation":{"type":"delete_file"}},{"type":"apply_patch_call_output","call_id":"a","status":"completed"}"#,
    #"{"type":"mcp_approval_request","id":"a","name":"f","arguments":"{}"},{"type":"mcp_approval_response","approval_request_id":"a","approve":true}"#,
  ])
  func `each kind of call of Responses has its output`(pair: String) throws {
    #expect(try conversation("[\(pair)]", as: .openAIResponses).runs == [0..<2])
    let items = try JSONDocument(parsing: Array("[\(pair)]".utf8)).root.elements
    let call = String(decoding: try #require(items.first).rawBytes, as: UTF8.self)
    let error = #expect(throws: ConversationError.self) { _ = try conversation("[\(call)]", as: .openAIResponses) }
    #expect(error?.code == .unansweredCall)
  }

  @Test(arguments: [
    #"{"previous_response_id":"resp_1","input":[OUT]}"#, #"{"conversation":"conv_1","input":[OUT]}"#,
    #"{"input":[{"type":"item_reference","id":"fc_1"},OUT]}"#,
  ])
  func `an output of Responses may answer a call that only the provider has, and then it stays`(form: String) throws {
    let output = #"{"type":"function_call_output","call_id":"a","output":"1"}"#
    let read = try conversation(form.replacing("OUT", with: output))
    #expect(read.groups.allSatisfy { $0.isPinned && !$0.isOrphan })
    #expect(throws: ConversationError.self) { _ = try conversation(#"{"input":[\#(output)]}"#) }
  }

  @Test func `calls of LangChain are read once, whatever repeats them, and those with broken arguments, too`() throws {
    let read = try conversation(
      #"""
      [{"type":"human","content":"Hi"},
       {"type":"ai","content":[{"type":"tool_use","id":"a","name":"f","input":{}}],
        "additional_kwargs":{"tool_calls":[{"id":"a","function":{"name":"f","arguments":"{}"}}]},
        "tool_calls":[{"name":"f","args":{},"id":"a","type":"tool_call"}],
        "invalid_tool_calls":[{"name":"f","args":"{","id":"b","type":"invalid_tool_call"}]},
       {"type":"tool","tool_call_id":"b","content":"broken","status":"error"},
       {"type":"tool","tool_call_id":"a","content":"1"}]
      """#)
    #expect(read.format == .langchain && read.runs == [0..<1, 1..<4])
    #expect(read.messages[1].calls.map(\.id) == ["a", "b"])
  }

  @Test func `a model of ShareGPT may call in its text`() throws {
    let read = try conversation(
      #"{"conversations":[{"from":"human","value":"Hi"},{"from":"gpt","value":"<tool_call>{}</tool_call>"},{"from":"tool","value":"1"},{"from":"tool","value":"2"},{"from":"gpt","value":"So."}]}"#
    )
    #expect(read.runs == [0..<1, 1..<4, 4..<5])
    let error = #expect(throws: ConversationError.self) {
      _ = try conversation(#"[{"from":"human","value":"Hi"},{"from":"observation","value":"1"}]"#)
    }
    #expect(error?.reason == "tool result has no call directly before it")
  }
}
