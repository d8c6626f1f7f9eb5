import TareConversations
import TareJSON
import Testing

struct ConversationTests {
  @Test func `a request and its bare array of messages read alike`() throws {
    let messages = #"[{"role":"system","content":"Be brief."},{"role":"user","content":"Hi"}]"#
    let bare = try conversation(messages)
    let request = try conversation(#"{"model":"gpt-4o","temperature":0.50,"messages":\#(messages),"tools":[{}]}"#)
    #expect(bare.messages.map(\.role) == [.system, .user])
    #expect(request.messages.map(\.role) == bare.messages.map(\.role))
    #expect(bare.model == nil)
    #expect(request.model == "gpt-4o")
    #expect(request.tools.count == 1)
  }

  @Test func `parallel calls and all their results are one group, in whatever order they came back`() throws {
    let read = try conversation(Sample.parallelCalls)
    #expect(read.groups.map(\.messages) == [0..<1, 1..<2, 2..<5, 5..<6, 6..<7])
    #expect(read.groups.allSatisfy { !$0.isOrphan })
    #expect(read.messages[2].calls.map(\.name) == ["search", "weather"])
    #expect(read.messages[3].results.map(\.callID) == ["b"])
  }

  @Test func `the older function call is paired by name`() throws {
    let read = try conversation(
      """
      [{"role":"user","content":"Hi"},
       {"role":"assistant","content":null,"function_call":{"name":"find","arguments":"{}"}},
       {"role":"function","name":"find","content":"[]"},
       {"role":"assistant","content":"Nothing."}]
      """)
    #expect(read.groups.map(\.messages) == [0..<1, 1..<3, 3..<4])
    #expect(read.messages[2].role == .tool)
    #expect(read.messages[2].roleName == "function")
  }

  @Test func `a custom tool call is a call`() throws {
    let read = try conversation(
      """
      [{"role":"assistant","tool_calls":[{"id":"c","type":"custom","custom":{"name":"sql","input":"SELECT 1"}}]},
       {"role":"tool","tool_call_id":"c","content":[{"type":"text","text":"1"}]}]
      """)
    #expect(read.groups.map(\.messages) == [0..<2])
    #expect(read.messages[0].calls.first?.name == "sql")
    #expect(read.messages[1].parts.map(\.text) == ["1"])
  }

  @Test func `calls of the same id or name take one result each`() throws {
    let call = #"{"id":"a","type":"function","function":{"name":"f","arguments":"{}"}}"#
    let result = #"{"role":"tool","tool_call_id":"a","content":"1"}"#
    let twice = #"{"role":"assistant","tool_calls":[\#(call),\#(call)]}"#
    #expect(try conversation("[\(twice),\(result),\(result)]").groups.map(\.messages) == [0..<3])
    let short = #expect(throws: ConversationError.self) { try conversation("[\(twice),\(result)]") }
    #expect(short?.code == .unansweredCall)
    let long = #expect(throws: ConversationError.self) { try conversation("[\(twice),\(result),\(result),\(result)]") }
    #expect(long?.code == .orphanResult)
  }

  @Test func `the first call without a result is named`() throws {
    let payload = Sample.parallelCalls(["a", "b", "c", "d"], answered: ["d", "a"])
    let error = #expect(throws: ConversationError.self) { try conversation(payload) }
    #expect(error?.reason == #"tool call "b" has no result directly behind it"#)
  }

  @Test(.timeLimit(.minutes(1)), arguments: [false, true])
  func `fifty thousand parallel calls are one group, whatever the order of their results`(isReversed: Bool) throws {
    let ids = (0..<50_000).map { "call_\($0)" }
    let answered = isReversed ? Array(ids.reversed()) : ids
    #expect(try conversation(Sample.parallelCalls(ids, answered: answered)).groups.map(\.messages) == [0..<50_001])
  }

  @Test func `text comes from strings, from parts and from refusals`() throws {
    let read = try conversation(
      #"""
      [{"role":"user","content":[{"type":"text","text":"a\n"},{"type":"image_url","image_url":{"url":"u","detail":"low"}},
        {"type":"text","text":"b"},{"type":"from_the_future","x":1}]},
       {"role":"assistant","content":null,"refusal":"No."},
       {"role":"assistant"}]
      """#)
    #expect(read.messages.map(\.text) == ["a\n\nb", "No.", ""])
    #expect(
      read.messages[0].parts.map(\.kind) == [
        .text, .image(MessageImage(detail: .low)), .text, .other(type: "from_the_future"),
      ])
  }

  @Test(arguments: [
    (
      "{", ConversationError.Code.malformedJSON,
      #"line 1, column 2: found the end of the text, expected a member name in double quotes"#
    ),
    ("3", .unexpectedShape, #"line 1, column 1: expected an array of messages, or an object with one as "messages""#),
    (
      #"{"messages":{}}"#, .unexpectedShape,
      #"line 1, column 13: expected an array of messages, or an object with one as "messages""#
    ),
    (#"{"messages":[],"messages":[]}"#, .unexpectedShape, #"line 1, column 16: "messages" stands twice"#),
    ("[\n1]", .unexpectedShape, "line 2, column 1: message 0: found number, expected an object"),
    ("[{}]", .unexpectedShape, #"line 1, column 2: message 0: has no "role""#),
    (#"[{"role":1}]"#, .unexpectedShape, #"line 1, column 10: message 0: "role" is number, expected a string"#),
    (#"[{"role":"human","content":""}]"#, .unknownRole, #"line 1, column 10: message 0: unknown role "human""#),
    (#"[{"role":"user"}]"#, .unexpectedShape, #"line 1, column 2: message 0: has no "content""#),
    (
      #"[{"role":"user","content":7}]"#, .unexpectedShape,
      #"line 1, column 27: message 0: "content" is number, expected a string or an array of parts"#
    ),
    (
      #"[{"role":"user","content":[{"text":"x"}]}]"#, .unexpectedShape,
      #"line 1, column 28: message 0: content part has no "type""#
    ),
    (
      #"[{"role":"user","content":[{"type":"text","text":1}]}]"#, .unexpectedShape,
      #"line 1, column 28: message 0: text part has no string as "text""#
    ),
    (
      #"[{"role":"assistant","tool_calls":{}}]"#, .unexpectedShape,
      #"line 1, column 35: message 0: "tool_calls" is object, expected an array"#
    ),
    (
      #"[{"role":"assistant","tool_calls":[{"function":{"name":"f"}}]}]"#, .unexpectedShape,
      #"line 1, column 36: message 0: tool call has no string as "id""#
    ),
    (
      #"[{"role":"tool","content":"x"}]"#, .unexpectedShape,
      #"line 1, column 2: message 0: tool result has no string as "tool_call_id""#
    ),
  ])
  func `a payload of another shape is refused with its place`(
    payload: String, code: ConversationError.Code, description: String
  ) {
    let error = #expect(throws: ConversationError.self) { try conversation(payload) }
    #expect(error?.code == code)
    #expect(error?.description == description)
  }

  @Test(arguments: Sample.orphans) func `an orphan is refused with its place`(
    payload: String, code: ConversationError.Code, message: Int
  ) {
    let error = #expect(throws: ConversationError.self) { try conversation(payload) }
    #expect(error?.code == code)
    #expect(error?.message == message)
  }

  @Test(arguments: [String(repeating: "x", count: 3_000), "e" + String(repeating: "\u{301}", count: 3_000)])
  func `an error quotes forty scalars of a name`(name: String) throws {
    let start = String(String.UnicodeScalarView(name.unicodeScalars.prefix(40)))
    for payload in [
      #"[{"role":"tool","tool_call_id":"\#(name)","content":""}]"#,
      #"[{"role":"assistant","tool_calls":[{"id":"\#(name)","function":{"name":"f"}}]}]"#,
      #"[{"role":"assistant","function_call":{"name":"\#(name)"}}]"#, #"[{"role":"\#(name)"}]"#,
    ] {
      let error = #expect(throws: ConversationError.self) { try conversation(payload) }
      #expect(error?.reason.contains("\"\(start)…\"") == true)
      #expect((error?.reason.utf8.count ?? 0) < 200)
    }
  }

  @Test(arguments: Sample.orphans) func `an orphan can be marked instead, and the other groups stay whole`(
    payload: String, code: ConversationError.Code, message: Int
  ) throws {
    let read = try Conversation(parsing: Array(payload.utf8), orphans: .mark)
    #expect(read.groups.first { $0.isOrphan }?.messages.contains(message) == true)
    #expect(read.groups.flatMap { Array($0.messages) } == Array(read.messages.indices))
  }

  private func conversation(_ payload: String) throws -> Conversation {
    try Conversation(parsing: Array(payload.utf8), as: .openAIChat)
  }
}

/// Payloads that more than one test reads.
enum Sample {
  static let parallelCalls = #"""
    {"model": "gpt-4o", "messages": [
      {"role": "system", "content": "Be brief."},
      {"role": "user",   "content": "Weather in Köln, and news?"},
      {"role": "assistant", "content": null, "tool_calls": [
        {"id": "a", "type": "function", "function": {"name": "search", "arguments": "{\"q\": \"K\u00f6ln\"}"}},
        {"id": "b", "type": "function", "function": {"name": "weather", "arguments": "{ }"}}]},
      {"role": "tool", "tool_call_id": "b", "content": "9 °C", "x-unknown": 1.50},
      {"role": "tool", "tool_call_id": "a", "content": "[]"},
      {"content": "9 °C, no news.", "role": "assistant"},
      {"role": "user", "content": "Thanks", "name": "ada"}
    ], "temperature": 1e0}
    """#

  /// A payload with one mistake in its tool traffic, the kind of it and the message it is in.
  static let orphans: [(String, ConversationError.Code, Int)] = [
    (#"[{"role":"user","content":"x"},{"role":"tool","tool_call_id":"a","content":"1"}]"#, .orphanResult, 1),
    (#"[\#(call("a")),{"role":"user","content":"x"}]"#, .unansweredCall, 0),
    (#"[\#(call("a")),{"role":"tool","tool_call_id":"b","content":"1"}]"#, .unansweredCall, 0),
    (#"[\#(call("a")),\#(result("a")),\#(result("a")),{"role":"user","content":"x"}]"#, .orphanResult, 2),
    (#"[\#(call("a")),{"role":"user","content":"x"},\#(result("a"))]"#, .unansweredCall, 0),
    (#"[{"role":"user","content":"x"},\#(call("a"))]"#, .unansweredCall, 1),
    (#"[{"role":"function","name":"f","content":"1"}]"#, .orphanResult, 0),
  ]

  /// One message with all of the calls, and a result for each of the answered ones.
  static func parallelCalls(_ ids: [String], answered: [String]) -> String {
    let calls = ids.map { #"{"id":"\#($0)","type":"function","function":{"name":"f","arguments":"{}"}}"# }
    let message = #"{"role":"assistant","tool_calls":[\#(calls.joined(separator: ","))]}"#
    return "[" + ([message] + answered.map { result($0) }).joined(separator: ",") + "]"
  }

  private static func call(_ id: String) -> String {
    #"{"role":"assistant","tool_calls":[{"id":"\#(id)","type":"function","function":{"name":"f","arguments":"{}"}}]}"#
  }

  private static func result(_ id: String) -> String { #"{"role":"tool","tool_call_id":"\#(id)","content":"1"}"# }
}
