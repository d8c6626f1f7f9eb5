import TareConversations
import TareModels
import TareTokens
import Testing

struct MessageAccountTests {
  private static let payload = #"""
    {"model":"gpt-4o","tool_choice":"required",
     "tools":[{"type":"function","function":{"name":"f","description":"Find.","parameters":{"properties":{"a":{"type":"string"}}}}}],
     "messages":[{"role":"system","content":"Answer in one sentence and cite the source."},
      {"role":"user","name":"ada","content":[{"type":"text","text":"What is this?"},
       {"type":"image_url","image_url":{"url":"data:image/gif;base64,R0lGODlhgALgAQAAAA==","detail":"high"}},
       {"type":"input_audio","input_audio":{"data":"AAAA"}}]},
      {"role":"assistant","content":null,"tool_calls":[{"id":"1","type":"function","function":{"name":"f","arguments":"{\"a\":1}"}}]},
      {"role":"tool","tool_call_id":"1","content":"Nothing was found."}]}
    """#

  private func counter(_ model: String) throws -> (Conversation, MessageCounter) {
    let conversation = try Conversation(parsing: Array(Self.payload.utf8))
    let tokenizer = try ModelTokenizer(for: ModelDirectory.builtIn.model(named: model))
    let counter = MessageCounter(
      tokenizer, for: conversation.texts, model: model, formulas: try ChatFormulas.builtIn)
    return (conversation, counter)
  }

  @Test(arguments: ["gpt-4o", "gpt-4", "gpt-5.4", "o3", "claude-opus-4-8", "claude-sonnet-4-6", "gemini-2.5-pro"])
  func `the parts of an account come to the count of the whole`(model: String) throws {
    let (conversation, counter) = try counter(model)
    let account = counter.account(of: conversation)
    let counts = counter.counts(of: conversation)
    #expect(account.total == counts.total)
    #expect(account.messages.map(\.total) == counts.messages)
    let sum = account.sum
    let parts = [sum.text, sum.overhead, sum.calls, sum.images, sum.other, account.tools, account.reply]
    #expect(parts.reduce(0) { $0 + $1.tokens } == account.total.tokens)
    #expect(sum.images.tokens > 0 && sum.other.uncertain == sum.other.tokens && sum.calls.uncertain > 0)
  }

  @Test func `a picture in the payload is counted by its size`() throws {
    let (conversation, counter) = try counter("gpt-4o")
    // 640 by 480 is two tiles.
    #expect(counter.account(of: conversation).messages[1].images == MessageCount(tokens: 85 + 2 * 170))
  }

  @Test func `a model without a published formula has estimates only`() throws {
    let (conversation, counter) = try counter("claude-opus-4-8")
    let account = counter.account(of: conversation)
    #expect(account.reply.uncertain == account.reply.tokens)
    #expect(account.sum.overhead.uncertain == account.sum.overhead.tokens)
    guard case .estimated = account.total.basis else {
      Issue.record("\(account.total)")
      return
    }
    // The prompt that tools add is published, and this request demands a call.
    #expect(account.tools.tokens - account.tools.uncertain == 410)
  }
}
