import TareConversations
import TareJSON
import Testing

/// Trap 9: what is kept is the same bytes, whatever the reader knows of it.
struct LosslessTests {
  /// Requests with what a writer of its own would lose, one or more in each format.
  static let payloads: [(WireFormat, String)] = [
    (
      .openAIChat,
      #"{"z":1e400,"messages" : [ {"content" :"\ud800 \/ \u00e9","role":"user","role":"user","n":-0.0} ,{"role":"assistant","tool_calls":[{"id":"a","type":"custom","custom":{"name":"s","input":"x"}}],"content":null,"audio":{"id":"q"}}, {"role":"tool","tool_call_id":"a","content":[{"type":"text","text":"1"}]} ], "model":"m"}"#
    ),
    (
      .openAIResponses,
      #"{"input":[ {"role":"user","content":[{"type":"input_text","text":"a","prompt_cache_breakpoint":{"mode":"explicit"}}]},{"type":"from_the_future","x":1.50e+3},{"type":"image_generation_call","id":"i","result":"AAAA"} ],"text":{"format":{"type":"text"}}}"#
    ),
    (
      .anthropic,
      "{\n\t\"system\": [ {\"type\":\"text\",\"text\":\"a\",\"cache_control\":{\"type\":\"ephemeral\",\"ttl\":\"1h\"}} ],\r\n\t\"messages\": [\n\t\t{\"role\":\"user\",\"content\":[{\"type\":\"container_upload\",\"file_id\":\"f\"},{\"type\":\"from_the_future\",\"\\u0061\":1E5}]}\n\t]\n}\n"
    ),
    (
      .gemini,
      #"{"contents":[{"parts":[{"inlineData":{"mimeType":"image/gif","data":"R0lGODlhgALgAQAAAA=="},"mediaResolution":{"level":"MEDIA_RESOLUTION_LOW"}},{"text":""}]},{"role":"model","parts":[{"executableCode":{"language":"PYTHON","code":"1"}},{"codeExecutionResult":{"outcome":"OUTCOME_OK","output":"1"}},{"toolCall":{"toolType":"GOOGLE_SEARCH","id":"t"}},{"toolResponse":{"toolType":"GOOGLE_SEARCH","id":"t"}},{"thoughtSignature":"QUJD"}]}]}"#
    ),
    (
      .bedrock,
      #"{"messages":[{"role":"user","content":[{"cachePoint":{"type":"default"}},{"document":{"format":"pdf","name":"d","source":{"bytes":"AAAA"}}},{"guardContent":{"text":{"text":"g","qualifiers":["query"]}}},{"searchResult":{"source":"s","title":"t","content":[{"text":"x"}]}}]}],"inferenceConfig":{"temperature":0.10}}"#
    ),
    (
      .langchain,
      #"[{"lc":1,"type":"constructor","id":["langchain","schema","messages","HumanMessage"],"kwargs":{"content":[{"type":"image","base64":"R0lGODlhgALgAQAAAA==","mime_type":"image/gif"},"plain"],"type":"human"}},{"lc":1,"type":"constructor","id":["langchain","schema","messages","AIMessage"],"kwargs":{"content":"","tool_calls":[]}}]"#
    ),
    (
      .langchain,
      #"{"messages":[{"type":"human","data":{"content":"a","type":"human","id":null}},{"type":"remove","data":{"id":"x"}},{"type":"chat","data":{"content":"b","role":"assistant"}}]}"#
    ),
    (
      .shareGPT,
      #"{"id":7.0,"conversations":[{"value":"a","from":"human"},{"from":"bing","value":"b","x":[[]]}],"y":{}}"#
    ),
  ]

  @Test(arguments: payloads) func `every selection of groups keeps its messages and all around them byte for byte`(
    format: WireFormat, payload: String
  ) throws {
    let read = try conversation(payload)
    #expect(read.format == format)
    #expect(read.text(of: read.messages.indices.map { .original($0) }) == payload)
    for selection in 0..<(1 << read.groups.count) {
      let groups = read.groups.enumerated().filter { selection >> $0.offset & 1 == 1 }
      let kept = groups.flatMap { Array($0.element.messages) }
      let written = read.payload(of: kept.map { .original($0) })
      let again = try Conversation(parsing: written, as: format)
      #expect(again.messages.map { Array($0.value.rawBytes) } == kept.map { Array(read.messages[$0].value.rawBytes) })
      #expect(again.document.root.members.map(\.name) == read.document.root.members.map(\.name))
    }
  }

  @Test(arguments: payloads) func `a message without edits, and one whose texts are put in again, is as it was`(
    format: WireFormat, payload: String
  ) throws {
    let read = try conversation(payload)
    for message in read.messages {
      #expect(read.message(message.index, applying: []) == Array(message.value.rawBytes))
      let texts = message.texts.map { (text: $0, with: $0.value.string ?? "") }
      let root = try JSONDocument(parsing: read.message(message.index, replacing: texts)).root
      #expect(root.strings.map(\.string) == message.value.strings.map(\.string))
    }
  }

  @Test func `a text is replaced where it stands and every other byte of the message is copied`() throws {
    let read = try conversation(
      #"[{"role":"user","x":1.50,"content":[ {"type":"text", "text":"a long text","y":"\u00e9"},{"type":"text","text":"b"} ]}]"#,
      as: .anthropic)
    let text = try #require(read.messages[0].texts.first)
    #expect(
      read.text(read.message(0, replacing: [(text, "a \"…\" \n")]))
        == #"{"role":"user","x":1.50,"content":[ {"type":"text", "text":"a \"…\" \n","y":"\u00e9"},{"type":"text","text":"b"} ]}"#
    )
  }

  @Test func `the strings of JSON that a tool returned may be shortened one by one`() throws {
    let read = try conversation(
      #"[{"role":"model","parts":[{"functionCall":{"name":"f"}}]},{"role":"user","parts":[{"functionResponse":{"name":"f","response":{"rows":[{"name":"x"},"y"],"n":1}}}]}]"#
    )
    #expect(read.messages[1].texts.map(\.value.string) == ["x", "y"])
    let first = try #require(read.messages[1].texts.first)
    #expect(
      read.text(read.message(1, replacing: [(first, "…")])).contains(#""response":{"rows":[{"name":"…"},"y"],"n":1}"#))
  }

  @Test func `a string as input stays one, and becomes an array when something comes before it`() throws {
    let read = try conversation(#"{"input" : "Hi \u00e9","model":"m"}"#)
    #expect(read.text(of: [.original(0)]) == #"{"input" : "Hi \u00e9","model":"m"}"#)
    let note = read.textMessage(role: .user, text: "n")
    #expect(
      read.text(of: [.inserted(note), .original(0)])
        == #"{"input" : [{"role":"user","content":"n"},{"role":"user","content":"Hi \u00e9"}],"model":"m"}"#)
  }
}
