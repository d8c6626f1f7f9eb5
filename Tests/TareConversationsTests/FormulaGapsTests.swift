import TareConversations
import TareModels
import TareTokens
import Testing

struct FormulaGapsTests {
  private static let models = ["gpt-4o", "gpt-4", "gpt-5.4", "claude-opus-4-8", "gemini-2.5-pro"]

  private func account(_ payload: String, model: String = "gpt-4o") throws -> RequestAccount {
    let conversation = try Conversation(parsing: Array(payload.utf8), as: .openAIChat, orphans: .mark)
    let tokenizer = try ModelTokenizer(for: ModelDirectory.builtIn.model(named: model))
    return MessageCounter(
      tokenizer, for: conversation.texts, model: model, formulas: try ChatFormulas.builtIn
    ).account(of: conversation)
  }

  private static let plain =
    #"{"messages":[{"role":"user","content":[{"type":"text","text":"Hi"}]},{"role":"assistant","content":"Yes"}]MORE}"#

  /// Each with the name of its gap. `MORE` stands behind the messages.
  private static let unspoken: [(request: String, gap: String)] = [
    (#","response_format":{"type":"json_object"}"#, "response_format"),
    (#","response_format":{"type":"json_schema","json_schema":{"name":"a"}}"#, "response_format"),
    (#","system":"Be kind.""#, "system"),
    (#","web_search_options":{"a":1}"#, "web_search_options"),
    (#","from_the_future":false"#, "from_the_future"),
    (#","tools":"all""#, "tools"),
    (#","tools":[{"type":"web_search"}]"#, #"tools of type "web_search""#),
    (#","tools":[{"type":"custom","custom":{"name":"x","format":{"type":"text"}}}]"#, #"tools of type "custom""#),
    (#","tools":[{"name":"x","input_schema":{"type":"object"}}]"#, "tools[].input_schema"),
    (#","tools":[{"function":{"name":"x","parameters":{"$defs":{"a":{}}}}}]"#, #""$defs" in a schema"#),
    (
      #","tools":[{"function":{"name":"x","parameters":{"properties":{"a":{"type":"string","default":"b"}}}}}]"#,
      #""default" in a schema"#
    ),
  ]

  @Test(arguments: unspoken)
  func `what no formula counts is named and makes the count inexact`(request: String, gap: String) throws {
    let account = try account(Self.plain.replacing("MORE", with: request))
    #expect(account.gaps.gaps.map(\.name) == [gap])
    #expect(account.total.basis != .exact)
    #expect(try self.account(Self.plain.replacing("MORE", with: "")).total.basis == .exact)
  }

  @Test(arguments: [
    (
      #"{"role":"user","content":[{"type":"input_audio","input_audio":{"data":"AA"}}]}"#,
      #"parts of type "input_audio""#
    ),
    (
      #"{"role":"user","content":[{"type":"image_url","image_url":{"url":"data:image/gif;base64,R0lGODlhgALgAQAAAA==","detail":"ultra"}}]}"#,
      "pictures of an unknown detail"
    ),
    (#"{"role":"user","content":[{"type":"image_url","image_url":{"url":"u"}}]}"#, "pictures of unknown size"),
    (#"{"role":"assistant","content":"a","reasoning_content":"b"}"#, "messages[].reasoning_content"),
    (#"{"role":"assistant","content":null,"audio":{"id":"b"}}"#, "messages[].audio"),
    (#"{"role":"user","content":"a","tool_calls":[{"id":"b"}]}"#, "messages[].tool_calls"),
    (#"{"role":"user","content":[{"type":"text","text":"a","mood":"b"}]}"#, "messages[].content[].mood"),
  ])
  func `what no formula counts of a message is named too`(message: String, gap: String) throws {
    let account = try account("[\(message)]")
    #expect(account.gaps.gaps.map(\.name) == [gap])
    guard case .estimated = account.total.basis else {
      Issue.record("\(account.total)")
      return
    }
  }

  @Test(arguments: [
    #","temperature":1,"max_tokens":5,"stream":true,"response_format":{"type":"text"},"metadata":{"a":"b"}"#,
    #","tools":[],"system":null,"user":"ada","reasoning_effort":"high","prompt_cache_key":"k""#,
  ])
  func `settings and members that say nothing leave a count exact`(settings: String) throws {
    let account = try account(Self.plain.replacing("MORE", with: settings))
    #expect(account.total.basis == .exact)
    #expect(account.gaps.gaps.isEmpty)
  }

  @Test(arguments: models)
  func `the gaps are all that is uncertain`(model: String) throws {
    let all = Self.unspoken.map(\.request).filter { !$0.contains("tools") }.joined()
    let tools =
      #","tools":[{"type":"x"},{"function":{"name":"f","parameters":{"properties":{"a":{"properties":{"b":{}}}}}}}]"#
    let account = try account(Self.plain.replacing("MORE", with: all + tools), model: model)
    let uncertain =
      account.sum.total.uncertain + account.tools.uncertain + account.rest.uncertain + account.reply.uncertain
    #expect(account.gaps.gaps.reduce(0) { $0 + $1.uncertain } == uncertain)
  }

  @Test(arguments: [("gpt-4o", TokenCount.Basis.exact), ("gpt-5.4", .assumed), ("o3", .assumed)])
  func `a formula that is published for an older model only makes the count an assumed one`(
    model: String, basis: TokenCount.Basis
  ) throws {
    #expect(try account(Self.plain.replacing("MORE", with: ""), model: model).total.basis == basis)
  }
}
