import TareConversations
import TareText
import Testing

struct FormatDetectionTests {
  @Test(arguments: [
    ("[]", WireFormat.openAIChat), (#"{"messages":[]}"#, .openAIChat),
    (#"[{"role":"user","content":"Hi"}]"#, .openAIChat),
    (#"{"model":"claude-sonnet-4-6","messages":[{"role":"user","content":"Hi"}]}"#, .anthropic),
    (#"{"model":"anthropic/claude-sonnet-4.6","messages":[{"role":"user","content":"Hi"}]}"#, .openAIChat),
    (
      #"{"model":"claude-sonnet-4-6","messages":[{"role":"user","content":"Hi"},{"role":"developer","content":"x"}]}"#,
      .openAIChat
    ),
    (
      #"[{"role":"user","content":[{"type":"text","text":"a"},{"type":"image","source":{"type":"url","url":"u"}}]}]"#,
      .anthropic
    ),
    (#"{"messages":[{"role":"user","content":"Hi"}],"tools":[{"name":"f","input_schema":{}}]}"#, .anthropic),
    (#"[{"role":"user","content":[{"type":"image_url","image_url":{"url":"u"}}]}]"#, .openAIChat),
    (#"{"modelId":"m","messages":[]}"#, .bedrock), (#"[{"role":"user","content":[{"text":"Hi"}]}]"#, .bedrock),
    (#"[{"role":"user","content":[{"type":"input_text","text":"Hi"}]}]"#, .openAIResponses),
    (
      #"[{"role":"user","content":"Hi"},{"type":"function_call","call_id":"a","name":"f","arguments":""},{"type":"function_call_output","call_id":"a","output":""}]"#,
      .openAIResponses
    ),
    (#"{"input":"Hi"}"#, .openAIResponses), (#"[{"type":"message","role":"user","content":"Hi"}]"#, .openAIResponses),
    (#"[{"parts":[{"text":"Hi"}]}]"#, .gemini), (#"{"contents":[]}"#, .gemini),
    (#"[{"type":"human","content":"Hi"}]"#, .langchain), (#"{"messages":[{"type":"ai","content":"Hi"}]}"#, .langchain),
    (#"[{"type":"chat","role":"user","content":"Hi"}]"#, .langchain),
    (#"{"conversations":[]}"#, .shareGPT), (#"[{"from":"human","value":"Hi"}]"#, .shareGPT),
  ])
  func `a payload is known by the first sign that only one format has`(payload: String, format: WireFormat) throws {
    #expect(try conversation(payload).format == format)
  }

  @Test(arguments: ["3", "null", #""messages""#, "{}", #"{"prompt":"Hi"}"#, "[{}]", #"[{"text":"Hi"}]"#])
  func `what is no conversation is refused with the names of all formats`(payload: String) {
    let error = #expect(throws: ConversationError.self) { _ = try conversation(payload) }
    #expect(error?.code == .unknownFormat)
    #expect(WireFormat.names.allSatisfy { error?.reason.contains($0) == true })
  }

  @Test(arguments: WireFormat.allCases) func `a format that is named is not guessed, and a broken payload has a place`(
    format: WireFormat
  ) {
    for payload in ["[1]", "[{}]", #"[{"role":7}]"#, #"{"messages":{}}"#, "7", #"[{"role":"user","content":[7]}]"#] {
      let error = #expect(throws: ConversationError.self, "\(payload)") { _ = try conversation(payload, as: format) }
      #expect(error?.code == .unexpectedShape || error?.code == .unknownRole)
      #expect(error?.location.line == 1)
    }
  }
}
