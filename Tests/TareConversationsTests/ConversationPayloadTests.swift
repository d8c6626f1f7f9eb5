import TareConversations
import TareJSON
import Testing

struct ConversationPayloadTests {
  static let payloads = [
    "[]", " [ ] ", #"{"messages":[ ],"n":1}"#, #"[{"role":"user","content":"x"}]"#,
    #"[ {"role":"user","content":"x"} , {"role":"user","content":"y"} ]"#, Sample.parallelCalls,
    "\u{FEFF}{\r\n\t\"messages\" :\t[\r\n\t\t{ \"content\" : \"\\ud800 \\/ 1e400\", \"role\":\"user\", \"z\":1e400 }\r\n\t]\r\n}\r\n",
  ]

  @Test(arguments: payloads) func `keeping every message gives the payload back byte for byte`(payload: String) throws {
    let bytes = Array(payload.utf8)
    let read = try Conversation(parsing: bytes)
    #expect(read.payload(of: read.messages.indices.map { .original($0) }) == bytes)
  }

  @Test func `every selection of messages is valid JSON with those messages byte for byte and all else unchanged`()
    throws
  {
    let read = try Conversation(parsing: Array(Sample.parallelCalls.utf8))
    for selection in 0..<(1 << read.messages.count) {
      let kept = read.messages.indices.filter { selection >> $0 & 1 == 1 }
      let root = try JSONDocument(parsing: read.payload(of: kept.map { .original($0) })).root
      let written = root["messages"]?.elements.map { Array($0.rawBytes) }
      #expect(written == kept.map { Array(read.messages[$0].value.rawBytes) })
      #expect(root.members.map(\.name) == ["model", "messages", "temperature"])
      #expect(root["temperature"]?.numberText == "1e0")
    }
  }

  @Test func `lines stay lines when messages go and come`() throws {
    let payload = """
      [
        {"role":"system","content":"s"},
        {"role":"user","content":"a"},
        {"role":"assistant","content":"b"},
        {"role":"user","content":"c"}
      ]

      """
    let read = try Conversation(parsing: Array(payload.utf8))
    let new = read.format.textMessage(role: .user, text: "n")
    let written = read.payload(of: [.original(0), .inserted(new), .original(2), .rewritten(3, new)])
    #expect(
      String(decoding: written, as: UTF8.self) == """
        [
          {"role":"system","content":"s"},
          {"role":"user","content":"n"},
          {"role":"assistant","content":"b"},
          {"role":"user","content":"n"}
        ]

        """)
  }

  @Test func `the content of a tool result is replaced and the rest of its message is not`() throws {
    let read = try Conversation(parsing: Array(Sample.parallelCalls.utf8))
    let written = read.message(3, withResultContent: "[\"cleared\"]")
    #expect(
      String(decoding: written, as: UTF8.self)
        == #"{"role": "tool", "tool_call_id": "b", "content": "[\"cleared\"]", "x-unknown": 1.50}"#)
  }

  @Test(arguments: ["", "plain", "\"quoted\" \\ \n \u{1} 中"]) func `a text message is read back as it was meant`(
    text: String
  ) throws {
    for role in [Role.system, .developer, .user, .assistant] {
      let message = WireFormat.openAIChat.textMessage(role: role, text: text)
      let read = try Conversation(parsing: [UInt8(ascii: "[")] + message + [UInt8(ascii: "]")])
      #expect(read.messages.map(\.role) == [role])
      #expect(read.messages.map(\.text) == [text])
    }
  }
}
