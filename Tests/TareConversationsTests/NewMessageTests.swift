import TareConversations
import TareJSON
import TareTokens
import TestMaterial
import Testing

/// What each format writes is what it reads.
struct NewMessageTests {
  private static let texts = ["x", "\"quoted\" \\ \n \u{1} 中", String(repeating: "a b ", count: 200)]

  @Test(arguments: WireFormat.allCases)
  func `a text message is read back as it was meant, and counted as it was foretold`(
    format: WireFormat
  ) throws {
    let counter = MessageCounter(.o200kBase)
    for text in Self.texts {
      for role in [Role.user, .assistant, .system] {
        let bytes = format.textMessage(role: role, text: text)
        let read = try Conversation(parsing: [UInt8(ascii: "[")] + bytes + [UInt8(ascii: "]")], as: format)
        #expect(read.messages.map(\.text) == [text])
        #expect(role == .system || read.messages[0].role == role)
        #expect(counter.counts(of: read).messages[0].tokens == counter.count(role: role, text: text))
      }
    }
  }

  @Test(arguments: WireFormat.allCases) func `a cleared result is one text, counted as it was foretold`(
    format: WireFormat
  ) throws {
    let dialogue = Dialogue(seed: 3, turns: 8)
    let form = try #require(DialogueForm(rawValue: format.rawValue))
    let read = try Conversation(parsing: form.payload(of: dialogue))
    let counter = MessageCounter(.o200kBase)
    let text = "[cleared: 9 tokens, handle 89abcdef01234567]"
    for message in read.messages where message.results.contains(where: \.isReplaceable) {
      let cleared = read.message(message.index, withResultContent: text)
      let items: [PayloadItem] = read.messages.indices.map {
        $0 == message.index ? .rewritten($0, cleared) : .original($0)
      }
      let again = try Conversation(parsing: read.payload(of: items), as: format)
      let results = again.messages[message.index].results.filter { $0.content != nil }
      #expect(results.allSatisfy { $0.soleText?.string == text })
      #expect(again.groups == read.groups)
      let replaced = message.results.count { $0.isReplaceable }
      let foretold =
        counter.count(message).tokens - counter.replaceableTokens(of: message)
        + replaced * counter.resultTokens(text, in: format)
      #expect(counter.count(again.messages[message.index]).tokens == foretold)
    }
  }

  @Test(arguments: [
    (#"[{"type":"human","content":"a"}]"#, #"{"type":"human","content":"n"}"#),
    (#"[{"type":"human","data":{"content":"a"}}]"#, #"{"type":"human","data":{"content":"n","type":"human"}}"#),
    (
      #"[{"lc":1,"type":"constructor","id":["langchain_core","messages","HumanMessage"],"kwargs":{"content":"a"}}]"#,
      #"{"lc":1,"type":"constructor","id":["langchain_core","messages","HumanMessage"],"kwargs":{"content":"n","type":"human"}}"#
    ),
  ])
  func `a new message of LangChain is wrapped as those of the dump`(payload: String, message: String) throws {
    let read = try conversation(payload)
    #expect(read.format == .langchain)
    #expect(read.text(read.textMessage(role: .user, text: "n")) == message)
    #expect(
      try conversation(read.text(of: [.original(0), .inserted(read.textMessage(role: .assistant, text: "n"))]))
        .messages[1].role == .assistant)
  }

  @Test func `what a provider returned itself, and screens, are not replaced`() throws {
    let read = try conversation(
      #"[{"type":"computer_call","call_id":"a","action":{}},{"type":"computer_call_output","call_id":"a","output":{"type":"computer_screenshot","image_url":"u"}}]"#
    )
    #expect(read.message(1, withResultContent: "x") == Array(read.messages[1].value.rawBytes))
  }

  @Test(arguments: WireFormat.allCases) func `a text goes into a message of the user as a block, behind results`(
    format: WireFormat
  ) throws {
    let form = try #require(DialogueForm(rawValue: format.rawValue))
    let read = try Conversation(parsing: form.payload(of: Dialogue(seed: 3, turns: 4)))
    let counter = MessageCounter(.o200kBase)
    for message in read.messages where message.role == .user {
      guard let edits = message.edits(addingText: "A \"note\".") else {
        #expect(format == .shareGPT)
        continue
      }
      let items: [PayloadItem] = read.messages.indices.map {
        $0 == message.index ? .rewritten($0, read.message($0, applying: edits)) : .original($0)
      }
      let again = try Conversation(parsing: read.payload(of: items), as: format)
      let changed = again.messages[message.index]
      #expect(changed.text == (message.isHuman ? "A \"note\".\n\(message.text)" : "A \"note\"."))
      #expect(changed.results.count == message.results.count && again.groups == read.groups)
      #expect(changed.parts.last?.origin == .speaker)
      #expect(counter.count(changed).tokens == counter.count(message).tokens + counter.textTokens("A \"note\"."))
    }
  }

  @Test(arguments: [
    (
      WireFormat.anthropic, #"{"role":"user","content":""}"#, #"{"role":"user","content":[{"type":"text","text":"n"}]}"#
    ),
    (.bedrock, #"{"role":"user","content":[ ]}"#, #"{"role":"user","content":[{"text":"n"} ]}"#),
    (
      .openAIResponses, #"{"role":"user","content":"a"}"#,
      #"{"role":"user","content":[{"type":"input_text","text":"n"},{"type":"input_text","text":"a"}]}"#
    ),
    (.gemini, #"{"parts":[ {"text":"a"}]}"#, #"{"parts":[ {"text":"n"},{"text":"a"}]}"#),
  ])
  func `every byte of the message but the block is copied`(format: WireFormat, message: String, added: String) throws {
    let read = try conversation("[\(message)]", as: format)
    #expect(read.messages[0].edits(addingText: "n").map { read.text(read.message(0, applying: $0)) } == added)
  }
}
