import TareConversations
import TareJSON
import Testing

/// Traps 2 and 3: reasoning goes with what followed from it and comes back byte for byte, or not at all.
struct ReasoningTests {
  @Test func `a reasoning item of Responses goes with all that the same response holds`() throws {
    let read = try conversation(
      #"""
      [{"role":"user","content":"Hi"},
       {"type":"reasoning","id":"rs_1","summary":[],"encrypted_content":"gAAA"},
       {"type":"function_call","id":"fc_1","call_id":"a","name":"f","arguments":"{}"},
       {"type":"function_call","id":"fc_2","call_id":"b","name":"f","arguments":"{}"},
       {"type":"function_call_output","call_id":"a","output":"1"},{"type":"function_call_output","call_id":"b","output":"2"},
       {"type":"reasoning","id":"rs_2","summary":[]},{"type":"web_search_call","id":"ws_1","status":"completed"},
       {"type":"message","role":"assistant","content":[{"type":"output_text","text":"So."}]},
       {"role":"user","content":"Thanks"},
       {"type":"message","role":"assistant","content":[{"type":"output_text","text":"Bye."}]}]
      """#)
    #expect(read.runs == [0..<1, 1..<6, 6..<9, 9..<10, 10..<11])
    #expect(read.messages[1].texts.isEmpty && read.messages[7].texts.isEmpty)
  }

  @Test func `reasoning that nothing of the model follows does not take the person's message with it`() throws {
    let read = try conversation(#"[{"type":"reasoning","id":"rs_1","summary":[]},{"role":"user","content":"Hi"}]"#)
    #expect(read.runs == [0..<1, 1..<2])
  }

  @Test(arguments: [
    #"[{"type":"compaction","id":"c","encrypted_content":"gAAA"},{"role":"user","content":"Hi"}]"#,
    #"[{"type":"item_reference","id":"msg_1"},{"role":"user","content":"Hi"}]"#,
    #"[{"type":"mcp_list_tools","id":"m","server_label":"x","tools":[{"name":"f"}]},{"role":"user","content":"Hi"}]"#,
    #"[{"role":"assistant","content":[{"type":"compaction","content":"So far."}]},{"role":"user","content":"Hi"}]"#,
  ])
  func `what the rest of a conversation rests on is pinned and is not shortened`(payload: String) throws {
    let read = try conversation(payload)
    #expect(read.groups.map(\.isPinned) == [true, false])
    #expect(read.messages[0].texts.isEmpty)
  }

  @Test(arguments: [
    (
      WireFormat.anthropic,
      #"[{"role":"assistant","content":[{"type":"thinking","thinking":"Hm.","signature":"Eq"},{"type":"redacted_thinking","data":"Er"},{"type":"text","text":"So."},{"type":"tool_use","id":"a","name":"f","input":{"text":"no"}}]},{"role":"user","content":[{"type":"tool_result","tool_use_id":"a","content":"1"}]}]"#
    ),
    (
      .bedrock,
      #"[{"role":"assistant","content":[{"reasoningContent":{"reasoningText":{"text":"Hm.","signature":"Eq"}}},{"reasoningContent":{"redactedContent":"Er"}},{"text":"So."},{"toolUse":{"toolUseId":"a","name":"f","input":{"text":"no"}}}]},{"role":"user","content":[{"toolResult":{"toolUseId":"a","content":[{"text":"1"}]}}]}]"#
    ),
    (
      .gemini,
      #"[{"role":"model","parts":[{"text":"Hm.","thought":true},{"text":"signed","thoughtSignature":"Eq"},{"text":"So."},{"functionCall":{"name":"f","args":{"text":"no"}},"thoughtSignature":"Er"}]},{"role":"user","parts":[{"functionResponse":{"name":"f","response":{"result":"1"}}}]}]"#
    ),
  ])
  func `thinking, signatures and the input of calls are never texts that may be shortened`(
    format: WireFormat, payload: String
  ) throws {
    let read = try conversation(payload)
    #expect(read.format == format && read.runs == [0..<2])
    #expect(read.messages.flatMap(\.texts).map(\.value.string) == ["So.", "1"])
  }
}
