import TareConversations
import TareModels
import TareTokens
import Testing

/// Traps 10 and 11: what each provider counts, in each provider's form.
struct ProviderCountTests {
  private func account(_ payload: String, model: String) throws -> RequestAccount {
    let conversation = try conversation(payload)
    let tokenizer = try ModelTokenizer(for: ModelDirectory.builtIn.model(named: model))
    return MessageCounter(
      tokenizer, for: conversation.texts, model: model, formulas: try ChatFormulas.builtIn
    ).account(of: conversation)
  }

  private static let schema =
    #"{"type":"object","properties":{"place":{"type":"string","description":"Where."},"unit":{"type":"string","enum":["c","f"]}},"required":["place"]}"#

  @Test func `OpenAI's formula counts the same messages and tools alike in both of its forms`() throws {
    let function = #""name":"weather","description":"Says the weather.","parameters":\#(Self.schema)"#
    let messages = #"[{"role":"system","content":"Be kind."},{"role":"user","content":"Hi"}]"#
    let chat = try account(
      #"{"messages":\#(messages),"tools":[{"type":"function","function":{\#(function)}}]}"#, model: "gpt-4o")
    let responses = try account(
      #"{"input":\#(messages),"tools":[{"type":"function",\#(function),"strict":true}]}"#, model: "gpt-4o")
    #expect(chat.total == responses.total && chat.total.basis == .exact)
    #expect(chat.tools == responses.tools && chat.messages == responses.messages)
  }

  /// The table of the tool use page, as of 2026-07-13.
  @Test(arguments: [
    ("claude-opus-4-8", 290, 410), ("claude-opus-4-7", 675, 804), ("claude-opus-4-6", 497, 589),
    ("claude-opus-4-5", 496, 588), ("claude-sonnet-5", 354, 474), ("claude-sonnet-4-6", 497, 589),
    ("claude-sonnet-4-5", 496, 588), ("claude-haiku-4-5", 496, 588),
  ])
  func `the prompt that Anthropic adds for tools is certain, what the tools take is not`(
    model: String, auto: Int, any: Int
  ) throws {
    let tool = #"{"name":"weather","description":"Says the weather.","input_schema":\#(Self.schema)}"#
    let request =
      #"{"system":"a","messages":[{"role":"user","content":"Hi"}],"tools":[\#(tool)],"tool_choice":{"type":"CHOICE"}}"#
    for (choice, prompt) in [("auto", auto), ("none", auto), ("any", any), ("tool", any)] {
      let account = try account(request.replacing("CHOICE", with: choice), model: model)
      #expect(account.tools.tokens - account.tools.uncertain == prompt)
      #expect(account.gaps.gaps.contains { $0.name == "tools" })
    }
    let without = try account(#"{"system":"a","messages":[{"role":"user","content":"Hi"}]}"#, model: model)
    #expect(without.tools.tokens == 0)
  }

  @Test func `a tool takes the same in every form that has the words of the formula`() throws {
    let parts = #""name":"weather","description":"Says the weather.""#
    let requests = [
      #"{"messages":[],"tools":[{"type":"function","function":{\#(parts),"parameters":\#(Self.schema)}}]}"#,
      #"{"system":"a","messages":[],"tools":[{\#(parts),"input_schema":\#(Self.schema)},{"type":"custom",\#(parts),"input_schema":\#(Self.schema)}]}"#,
      #"{"contents":[],"tools":[{"functionDeclarations":[{\#(parts),"parameters":\#(Self.schema)},{\#(parts),"parametersJsonSchema":\#(Self.schema)}]}]}"#,
      #"{"messages":[],"toolConfig":{"tools":[{"toolSpec":{\#(parts),"inputSchema":{"json":\#(Self.schema)}}},{"cachePoint":{"type":"default"}}]}}"#,
    ]
    let counts = try requests.map { try account($0, model: "gpt-4o").tools }
    let (one, two) = (counts[0].tokens - 12, counts[1].tokens - 12)
    #expect(counts.allSatisfy { $0.uncertain == 0 })
    #expect(two == 2 * one && counts[2] == counts[1] && counts[3] == counts[0])
  }

  @Test(arguments: [
    (
      #"[{"role":"user","content":[{"type":"image","source":{"type":"base64","media_type":"image/gif","data":"GIF"}}]}]"#,
      "claude-sonnet-4-6", 414
    ),
    (#"[{"role":"user","content":[{"image":{"format":"gif","source":{"bytes":"GIF"}}}]}]"#, "claude-sonnet-4-6", 414),
    (#"[{"parts":[{"inline_data":{"mime_type":"image/gif","data":"GIF"}}]}]"#, "gemini-2.5-flash", 4 * 258),
    (
      #"[{"role":"user","content":[{"type":"input_image","image_url":"data:image/gif;base64,GIF"}]}]"#, "gpt-4o",
      85 + 2 * 170
    ),
    (
      #"[{"role":"user","content":[{"type":"input_image","image_url":"data:image/gif;base64,GIF","detail":"low"}]}]"#,
      "gpt-4o", 85
    ),
    (
      #"[{"type":"human","content":[{"type":"image","base64":"GIF","mime_type":"image/gif"}]}]"#, "gpt-4o", 85 + 2 * 170
    ),
  ])
  func `a picture is counted by its size in every form`(payload: String, model: String, tokens: Int) throws {
    // 640 by 480.
    let account = try account(payload.replacing("GIF", with: "R0lGODlhgALgAQAAAA=="), model: model)
    #expect(account.messages[0].images.tokens == tokens && account.messages[0].other.tokens == 0)
  }

  @Test func `what is encrypted is estimated by its length and is uncertain as a whole`() throws {
    let data = String(repeating: "QUJD", count: 1_000)
    let account = try account(
      #"[{"role":"assistant","content":[{"type":"redacted_thinking","data":"\#(data)"},{"type":"text","text":"So."}]}]"#,
      model: "claude-sonnet-4-6")
    let other = account.messages[0].other
    #expect(other.uncertain == other.tokens && (700...800).contains(other.tokens))
    #expect(account.gaps.gaps.contains { $0.name == #"parts of type "redacted_thinking""# })
  }
}
