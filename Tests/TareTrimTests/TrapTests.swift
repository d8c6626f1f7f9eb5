import TareConversations
import TareJSON
import TareTokens
import TareTrim
import TestMaterial
import Testing

/// What trimmers of agents' histories have broken in the field, each as one test; what reading alone can get wrong stands
/// with the formats, in `Tests/TareConversationsTests/Traps`.
struct TrapTests {
  @Test(arguments: TrimPolicy.samples.indices, [150, 300, 600])
  func `no call loses its result, and no result its call, however many run at once`(policy: Int, tokens: Int) throws {
    let call = try counted(Self.agent(exchanges: 7, parallel: 3))
    let plan = TrimPolicy.samples[policy].plan(call, within: Budget(tokens: tokens), ranking: sampleRanking(of: call))
    guard let written = try? plan.applied(to: call.conversation) else { return #expect(plan.status == .cannotFit) }
    #expect(throws: Never.self) { try Conversation(parsing: written) }
  }

  @Test func `reasoning stands or falls with the call that followed from it, and a compaction always stays`() throws {
    let turns = (0..<6).map { number in
      #"{"role":"user","content":"Berth \#(number)? \#(filler(30))"},{"type":"reasoning","id":"rs_\#(number)","summary":[],"encrypted_content":"QUJD"},{"type":"function_call","id":"fc_\#(number)","call_id":"c\#(number)","name":"berth","arguments":"{}"},{"type":"function_call_output","call_id":"c\#(number)","output":"free"},{"type":"message","id":"msg_\#(number)","role":"assistant","content":[{"type":"output_text","text":"Free."}]}"#
    }
    let compaction = #"{"type":"compaction","id":"cmp_1","encrypted_content":"QUJDREVG"}"#
    let call = try counted(
      #"{"model":"gpt-5.4","input":[\#(compaction),\#(turns.joined(separator: ",")),{"role":"user","content":"And now?"}]}"#
    )
    let plan = TrimPolicy(window: .sliding, placeholderTokens: nil).plan(
      call, within: Budget(tokens: call.counts.total.tokens / 2))
    let written = String(decoding: try plan.applied(to: call.conversation), as: UTF8.self)
    #expect(written.contains("cmp_1"))
    for number in 0..<6 {
      #expect(written.contains(#""rs_\#(number)""#) == written.contains(#""fc_\#(number)""#))
    }
    #expect(!written.contains("rs_0") && written.contains("rs_5"))
  }

  @Test func `thinking and its signature come back with the call of their turn, byte for byte`() throws {
    let thinking = #"{"type": "thinking", "thinking":"Let me look.", "signature":"EqQBCkgIARABGAIiQL8\/+="}"#
    let use = #"{"type":"tool_use","id":"t","name":"berth","input":{"b" : 1.0}}"#
    let turn = #"{"role":"assistant","content":[\#(thinking),\#(use)]}"#
    let call = try counted(
      #"{"model":"claude-sonnet-4-6","max_tokens":9,"messages":[{"role":"user","content":"\#(filler(300))"},{"role":"assistant","content":"Well."},{"role":"user","content":"Free?"},\#(turn),{"role":"user","content":[{"type":"tool_result","tool_use_id":"t","content":"yes"}]}]}"#
    )
    let plan = TrimPolicy().plan(call, within: Budget(tokens: call.counts.total.tokens - 200))
    #expect(plan.status == .trimmed)
    #expect(String(decoding: try plan.applied(to: call.conversation), as: UTF8.self).contains(turn))
  }

  @Test func `every system and developer message stays, whatever is between them`() throws {
    let said = (0..<9).map {
      #"{"role":"user","content":"Q\#($0) \#(filler(20))"},{"role":"assistant","content":"A\#($0)"}"#
    }
    let call = try counted(
      #"[{"role":"system","content":"One."},\#(said[0..<4].joined(separator: ",")),{"role":"developer","content":"Two."},\#(said[4...].joined(separator: ",")),{"role":"system","content":"Three."},{"role":"user","content":"Last"}]"#
    )
    let plan = TrimPolicy().plan(call, within: Budget(tokens: 160))
    let texts = try Conversation(parsing: plan.applied(to: call.conversation)).messages.map(\.text)
    #expect(plan.status == .trimmed)
    #expect(["One.", "Two.", "Three.", "Last"].allSatisfy { text in texts.contains(text) })
  }

  @Test func `an agent's turn that is longer than the budget keeps its question and its newest steps`() throws {
    let call = try counted(Self.agent(exchanges: 12, parallel: 1))
    let plan = TrimPolicy(window: .sliding).plan(call, within: Budget(tokens: 400))
    let written = try Conversation(parsing: plan.applied(to: call.conversation))
    #expect(plan.status == .trimmed)
    #expect(written.messages.contains { $0.text == "Find a berth." })
    #expect(written.messages.count > 3)
  }

  @Test func `a call without content and a single message over the budget are no surprise`() throws {
    let long = filler(600)
    let call = try counted(
      #"[{"role":"user","content":"Find a berth."},{"role":"assistant","content":null,"tool_calls":[{"id":"a","type":"function","function":{"name":"f","arguments":"{}"}}]},{"role":"tool","tool_call_id":"a","content":"\#(long)"}]"#
    )
    let plan = TrimPolicy().plan(call, within: Budget(tokens: 200))
    #expect(plan.status == .trimmed && plan.after.tokens <= 200)
    #expect(plan.decisions[2].reason == .tooLong)
    let refused = TrimPolicy(shortening: .none).plan(call, within: Budget(tokens: 200))
    #expect(refused.status == .cannotFit)
    #expect(throws: CannotFit.self) { try refused.applied(to: call.conversation) }
  }

  @Test(arguments: DialogueForm.allCases)
  func `a note is the user's, stands between no call and its result, and is the same bytes until the next cut`(
    form: DialogueForm
  ) throws {
    let call = try counted(form.payload(of: Dialogue(seed: 11, turns: 8)))
    let plan = TrimPolicy(window: .sliding).plan(call, within: Budget(tokens: call.counts.total.tokens / 2))
    let note = try #require(plan.additions.first { $0.kind == .note })
    let written = try Conversation(parsing: plan.applied(to: call.conversation), as: call.conversation.format)
    let place = try #require(written.messages.firstIndex { $0.text.contains(note.text) })
    #expect(written.messages[place].role == .user)
    let group = try #require(written.groups.first { $0.messages.contains(place) })
    #expect(group.messages.count == 1 || note.joinsNext)
    #expect(TrimPolicy(window: .sliding).plan(call, within: plan.budget).additions == plan.additions)
  }

  @Test func `of passages and turns that are worth the same the first is taken`() throws {
    let said = (0..<6).map { _ in
      #"{"role":"user","content":"The berth is free."},{"role":"assistant","content":"Good."}"#
    }
    let call = try counted(#"[\#(said.joined(separator: ",")),{"role":"user","content":"Which berth is free?"}]"#)
    let ranking = HistoryRanking(scores: call.conversation.groups.map { _ in 1 })
    let policy = TrimPolicy(window: .relevant(newest: Share(thousandths: 0)), placeholderTokens: nil)
    let plan = policy.plan(call, within: Budget(tokens: call.counts.total.tokens - 1), ranking: ranking)
    #expect(plan.changes.map(\.index) == [11])
  }

  @Test func `a note that alone opens a history is not dropped by a later trimming`() throws {
    let turn =
      #"{"role":"model","parts":[{"functionCall":{"name":"think","args":{}}}]},{"role":"user","parts":[{"functionResponse":{"name":"think","response":{"result":"1"}}},{"text":"And thirty euros?"}]},{"role":"model","parts":[{"text":"Yes."}]}"#
    let old = (0..<9).map {
      #"{"role":"user","parts":[{"text":"Q\#($0) \#(filler(9))"}]},{"role":"model","parts":[{"text":"A"}]}"#
    }
    let call = try counted(#"{"contents":[\#(old.joined(separator: ",")),\#(turn)]}"#)
    let policy = TrimPolicy(window: .sliding, keepMessages: 2)
    let once = try policy.plan(call, within: Budget(tokens: 300)).applied(to: call.conversation)
    let read = try Conversation(parsing: once)
    #expect(read.messages.first?.role == .user)
    let again = policy.plan(CountedConversation(read, counter: counter), within: Budget(tokens: 300))
    #expect(try again.applied(to: read) == once)
  }

  @Test func `instructions between a call and its result stay, and with them the call and the result`() throws {
    let old = (0..<6).map {
      #"{"role":"user","content":"Q\#($0) \#(filler(30))"},{"type":"message","role":"assistant","content":[{"type":"output_text","text":"A"}]}"#
    }
    let call = try counted(
      #"{"model":"gpt-5.4","input":[{"type":"function_call","call_id":"c","name":"f","arguments":"{}"},{"role":"developer","content":"Answer in Danish."},{"type":"function_call_output","call_id":"c","output":"1"},\#(old.joined(separator: ",")),{"role":"user","content":"And?"}]}"#
    )
    let plan = TrimPolicy(window: .sliding).plan(call, within: Budget(tokens: 150))
    #expect(plan.status == .trimmed)
    #expect(plan.decisions.prefix(3).allSatisfy { $0.action == .kept })
  }

  @Test(arguments: TrimPolicy.samples.indices) func `what cannot fit is named, and its parts add up`(policy: Int) throws
  {
    let call = try counted(Self.agent(exchanges: 5, parallel: 3))
    let plan = TrimPolicy.samples[policy].plan(call, within: Budget(tokens: 20), ranking: sampleRanking(of: call))
    let cannotFit = try #require(plan.cannotFit)
    #expect(cannotFit.parts.reduce(0) { $0 + $1.tokens } == cannotFit.needed)
    #expect(cannotFit.needed == plan.after.tokens)
  }

  @Test func `recalling takes no room from what must stay`() throws {
    let said = (0..<8).map {
      #"{"role":"user","content":"The berth \#($0) \#(filler(12))"},{"role":"assistant","content":"A berth."}"#
    }
    let call = try counted(
      #"[{"role":"system","content":"\#(filler(40))"},\#(said.joined(separator: ",")),{"role":"user","content":"Which berth? \#(filler(60))"}]"#
    )
    let ranking = HistoryRanking(scores: call.conversation.groups.map { _ in 1 })
    let least = TrimPolicy(shortening: .none, placeholderTokens: nil).plan(call, within: Budget(tokens: 1)).after.tokens
    for tokens in stride(from: least, through: least + 200, by: 7) {
      let policy = TrimPolicy(shortening: .none, recall: Share(thousandths: 200))
      #expect(policy.plan(call, within: Budget(tokens: tokens), ranking: ranking).status == .trimmed, "\(tokens)")
    }
  }

  @Test(arguments: TrimPolicy.samples.indices) func `what fits a budget fits every larger one`(policy: Int) throws {
    let call = try counted(SyntheticTrace(seed: 12, turns: 5).payload(.max))
    var hasFitted = false
    for tokens in stride(from: 200, through: call.counts.total.tokens + 100, by: 23) {
      let plan = TrimPolicy.samples[policy].plan(
        call, within: Budget(tokens: tokens), ranking: sampleRanking(of: call))
      #expect(!hasFitted || plan.status != .cannotFit, "\(tokens)")
      hasFitted = hasFitted || plan.status != .cannotFit
    }
    #expect(hasFitted)
  }

  private static func agent(exchanges: Int, parallel: Int) -> String {
    let turns = (0..<exchanges).map { number -> String in
      let ids = (0..<parallel).map { "c\(number)_\($0)" }
      let calls = ids.map { #"{"id":"\#($0)","type":"function","function":{"name":"find","arguments":"{}"}}"# }
      let results = ids.map { #"{"role":"tool","tool_call_id":"\#($0)","content":"Result \#($0) \#(filler(12))"}"# }
      return #"{"role":"assistant","content":null,"tool_calls":[\#(calls.joined(separator: ","))]},"#
        + results.joined(separator: ",")
    }
    return
      #"[{"role":"system","content":"Harbour desk."},{"role":"user","content":"Find a berth."},\#(turns.joined(separator: ","))]"#
  }
}

private func filler(_ words: Int) -> String { (0..<words).map { "word\($0)" }.joined(separator: " ") }
