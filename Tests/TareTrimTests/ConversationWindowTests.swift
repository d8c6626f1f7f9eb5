import TareConversations
import TareTokens
import TareTrim
import TestMaterial
import Testing

/// A window that an app holds gives what a call without any before it gives.
struct ConversationWindowTests {
  @Test(arguments: DialogueForm.allCases, [UInt64(1), 2, 3])
  func `a growing history is trimmed as if each call were the first`(form: DialogueForm, seed: UInt64) throws {
    let dialogue = Dialogue(seed: seed, turns: 6)
    let messages = form.messages(of: dialogue)
    var window = ConversationWindow(counter: counter, budget: Budget(tokens: 600))
    var compared = 0
    for length in 1...messages.count {
      let request = form.payload(of: messages.prefix(length), dialogue: dialogue)
      guard let call = try? counted(request) else { continue }
      let (conversation, plan) = try window.plan(for: request, as: call.conversation.format)
      let alone = window.policy.plan(call, within: window.budget)
      #expect(plan.decisions == alone.decisions)
      #expect(plan.after.tokens == alone.after.tokens)
      if plan.status != .cannotFit {
        #expect(try plan.applied(to: conversation) == alone.applied(to: call.conversation))
        compared += 1
      }
    }
    #expect(compared > 5)
  }

  @Test func `a history that the app changed is counted anew where it differs`() throws {
    var window = ConversationWindow(counter: counter, budget: Budget(tokens: 100))
    let first = #"[{"role":"user","content":"One"},{"role":"assistant","content":"Two"}]"#
    let second = #"[{"role":"user","content":"One and a half, or more"},{"role":"assistant","content":"Two"}]"#
    for text in [first, second, first] {
      let plan = try window.plan(for: Array(text.utf8)).plan
      #expect(plan.before.tokens == (try counted(text)).counts.total.tokens)
    }
  }

  @Test func `tools and instructions that the app changed are counted anew`() throws {
    var window = ConversationWindow(counter: counter, budget: Budget(tokens: 1_000))
    let tool = #"{"name":"berths","input_schema":{"type":"object","properties":{"day":{"type":"string"}}}}"#
    for around in [
      #""system":"Be brief.""#, #""system":"Be brief and kind.""#, #""tools":[\#(tool)]"#, #""max_tokens":9"#,
    ] {
      let text = #"{\#(around),"messages":[{"role":"user","content":[{"type":"text","text":"One"}]}]}"#
      let plan = try window.plan(for: Array(text.utf8), as: .anthropic).plan
      let alone = CountedConversation(try Conversation(parsing: Array(text.utf8), as: .anthropic), counter: counter)
      #expect(plan.before.tokens == alone.counts.total.tokens)
    }
  }

  @Test func `what cannot fit is thrown`() throws {
    var window = ConversationWindow(counter: counter, budget: Budget(tokens: 3))
    #expect(throws: CannotFit.self) { try window.fitted(Array(#"[{"role":"user","content":"Hello there"}]"#.utf8)) }
  }
}
