import TareConversations
import TareTokens
import Testing

struct MessageCounterTests {
  private let counter = MessageCounter(.o200kBase)

  @Test func `a message costs 3, its role and its text, and the whole 3 more`() throws {
    let counts = try counts(#"[{"role":"system","content":"Be brief."},{"role":"user","content":"Hi","name":"ada"}]"#)
    #expect(
      counts.messages.map(\.tokens) == [
        3 + count("system") + count("Be brief."), 3 + count("user") + count("Hi") + count("ada") + 1,
      ])
    #expect(counts.total == TokenCount(counts.messages.reduce(3) { $0 + $1.tokens }, basis: .exact))
  }

  @Test func `text is counted decoded, whether it is a string or parts`() throws {
    let plain = try counts(#"[{"role":"user","content":"Grüße\n"}]"#)
    let escaped = try counts(#"[{"role":"user","content":"Gr\u00fc\u00dfe\n"}]"#)
    let parts = try counts(#"[{"role":"user","content":[{"type":"text","text":"Grüße\n"}]}]"#)
    #expect(escaped == plain)
    #expect(parts == plain)
  }

  @Test func `a call costs its name and arguments, its result 3 for the id, and both are uncertain`() throws {
    let counts = try counts(Sample.parallelCalls)
    #expect(
      counts.messages[2].tokens
        == 3 + count("assistant") + count("search") + count(#"{"q": "Köln"}"#) + count("weather") + count("{ }"))
    // Its member "x-unknown" is text that no formula speaks of.
    #expect(counts.messages[3].tokens == 3 + count("tool") + count("9 °C") + 3 + count("1.50"))
    #expect(counts.total.basis == .estimated(band: (16 + 6 + count("1.50")) * 1000 / counts.total.tokens + 1))
    #expect(counts.total(keeping: [counts.messages[1]]).basis == .exact)
  }

  @Test func `a picture costs the most it can, and says that it may be less`() throws {
    let low = try counts(#"[{"role":"user","content":[{"type":"image_url","image_url":{"url":"u","detail":"low"}}]}]"#)
    let high = try counts(#"[{"role":"user","content":[{"type":"image_url","image_url":{"url":"u"}}]}]"#)
    #expect(low.messages[0].tokens == 3 + count("user") + 85)
    #expect(high.messages[0].tokens == 3 + count("user") + 1_445)
    #expect(high.total.basis != .exact)
  }

  @Test func `tools are counted by the published formula`() throws {
    let payload = #"""
      {"messages":[],"tools":[{"type":"function","function":{"name":"get_current_weather",
       "description":"Get the current weather in a given location.",
       "parameters":{"type":"object","properties":{
         "location":{"type":"string","description":"The city and state, e.g. San Francisco, CA."},
         "unit":{"type":"string","description":"The unit of temperature to return","enum":["celsius","fahrenheit"]}},
       "required":["location"]}}}]}
      """#
    let lines =
      count("get_current_weather:Get the current weather in a given location")
      + count("location:string:The city and state, e.g. San Francisco, CA")
      + count("unit:string:The unit of temperature to return") + count("celsius") + count("fahrenheit")
    let constants = 7 + 3 + 2 * 3 - 3 + 2 * 3 + 12
    #expect(try counts(payload).tools == MessageCount(tokens: lines + constants))
    #expect(try counts(payload).total.basis == .exact)
    let older = MessageCounter(.cl100kBase).counts(of: try Conversation(parsing: Array(payload.utf8)))
    #expect(older.tools.uncertain == 0)
    #expect(MessageCounter(.cl100kBase).framing.tool == 10)
  }

  @Test func `properties of properties are counted and uncertain`() throws {
    let flat = try counts(
      #"{"messages":[],"tools":[{"function":{"name":"f","parameters":{"properties":{"a":{"type":"object"}}}}}]}"#)
    let deep = try counts(
      #"{"messages":[],"tools":[{"function":{"name":"f","parameters":{"properties":{"a":{"type":"object","properties":{"b":{"type":"string"}}}}}}}]}"#
    )
    #expect(deep.tools.tokens > flat.tools.tokens)
    #expect(deep.tools.uncertain == deep.tools.tokens - flat.tools.tokens)
  }

  @Test(arguments: ["", "x", "a\n\"b\" 中"])
  func `the count of a message to be written is that of the message read back`(text: String) throws {
    let message = WireFormat.openAIChat.textMessage(role: .user, text: text)
    let read = try Conversation(parsing: [UInt8(ascii: "[")] + message + [UInt8(ascii: "]")])
    #expect(counter.counts(of: read).messages[0].tokens == counter.count(role: .user, text: text))
  }

  private func counts(_ payload: String) throws -> ConversationCounts {
    counter.counts(of: try Conversation(parsing: Array(payload.utf8)))
  }

  private func count(_ text: String) -> Int { counter.tokenizer.count(text) }
}
