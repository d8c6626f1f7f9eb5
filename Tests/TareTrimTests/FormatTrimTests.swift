import TareConversations
import TareJSON
import TareTokens
import TareTrim
import TestMaterial
import Testing

/// What holds for every format: the request that trimming writes is one that the provider takes.
struct FormatTrimTests {
  static let policies: [TrimPolicy] = [
    TrimPolicy(window: .sliding), TrimPolicy(window: .sliding, placeholderTokens: nil), TrimPolicy(),
    TrimPolicy(
      window: .step(low: Share(thousandths: 500)), toolResults: ToolResultPolicy(keepNewest: 1), placeholderTokens: nil),
    TrimPolicy(window: .relevant(newest: Share(thousandths: 200))),
    TrimPolicy(window: .relevant(newest: Share(thousandths: 0)), placeholderTokens: nil),
    TrimPolicy(window: .step(low: nil), recall: Share(thousandths: 250)),
    TrimPolicy(window: .sliding, shortening: .everything),
    TrimPolicy(
      window: .sliding, toolResults: ToolResultPolicy(caps: ToolResultCaps(most: 40)), shortening: .everything),
  ]

  @Test(arguments: DialogueForm.allCases, policies.indices)
  func `what is written is a request that the provider takes`(form: DialogueForm, policy: Int) throws {
    for (call, plan) in try cases(form, policy) {
      let written = try Conversation(parsing: plan.applied(to: call.conversation), as: call.conversation.format)
      #expect(written.groups.allSatisfy { !$0.isOrphan })
      let said = written.messages.filter { !$0.role.isInstruction }
      #expect(said.first?.role == .user)
      if written.format.rules.roleOrder == .alternating {
        #expect(zip(said, said.dropFirst()).allSatisfy { ($0.role == .user) != ($1.role == .user) })
      }
      let counts = CountedConversation(written, counter: call.counter).counts
      #expect(counts.total.tokens <= plan.budget.available)
      #expect(written.format.rules.roleOrder == .alternating || counts.total.tokens == plan.after.tokens)
    }
  }

  @Test(arguments: DialogueForm.allCases, policies.indices)
  func `what is kept is the same bytes, and the last word of a person and the newest message are kept`(
    form: DialogueForm, policy: Int
  ) throws {
    for (call, plan) in try cases(form, policy) {
      let messages = call.conversation.messages
      let written = try Conversation(parsing: plan.applied(to: call.conversation), as: call.conversation.format)
      let origins = plan.origins
      let joins = written.format.rules.roleOrder == .alternating
      #expect(joins || origins.count == written.messages.count)
      for (place, origin) in origins.enumerated() where !joins {
        guard let origin, plan.decisions[origin].action == .kept else { continue }
        #expect(written.messages[place].value.rawBytes.elementsEqual(messages[origin].value.rawBytes))
      }
      let pinned = [messages.last(where: \.isHuman)?.index, messages.count - 1].compactMap { $0 }
      #expect(pinned.allSatisfy { plan.decisions[$0].action != .dropped })
      let lastHuman = try #require(messages.last { $0.isHuman })
      #expect(written.messages.contains { $0.text.hasSuffix(lastHuman.text) || [7, 8].contains(policy) })
    }
  }

  @Test(arguments: DialogueForm.allCases, policies.indices)
  func `trimming what was trimmed changes nothing, and the same call gives the same bytes`(
    form: DialogueForm, policy: Int
  ) throws {
    for (call, plan) in try cases(form, policy) {
      let bytes = try plan.applied(to: call.conversation)
      let again = Self.policies[policy].plan(call, within: plan.budget, ranking: sampleRanking(of: call))
      #expect(try again.applied(to: call.conversation) == bytes)
      let trimmed = try Conversation(parsing: bytes, as: call.conversation.format)
      let recounted = CountedConversation(trimmed, counter: call.counter)
      let twice = Self.policies[policy].plan(recounted, within: plan.budget, ranking: sampleRanking(of: recounted))
      #expect(try twice.applied(to: trimmed) == bytes)
    }
  }

  @Test(arguments: policies.indices, [30, 60, 120, 240])
  func `a person who speaks behind a result keeps both, and the history begins with a person`(
    policy: Int, tokens: Int
  ) throws {
    let old = (0..<8).map {
      #"{"role":"user","content":"Old question \#($0) on berths"},{"role":"assistant","content":"Old answer \#($0)"}"#
    }
    let call = try counted(
      #"{"model":"claude-sonnet-4-6","messages":["# + old.joined(separator: ",")
        + #",{"role":"user","content":"Free?"},{"role":"assistant","content":[{"type":"tool_use","id":"t","name":"berths","input":{}}]},"#
        + #"{"role":"user","content":[{"type":"tool_result","tool_use_id":"t","content":"1"},{"type":"text","text":"Hurry."}]}]}"#
    )
    let plan = Self.policies[policy].plan(call, within: Budget(tokens: tokens), ranking: sampleRanking(of: call))
    guard plan.status != .cannotFit else { return #expect(tokens < 60) }
    let written = try Conversation(parsing: plan.applied(to: call.conversation))
    #expect(written.messages.first?.role == .user)
    #expect(written.messages.first?.results.isEmpty == true)
    #expect(written.messages.last?.text == "Hurry.")
    #expect(plan.after.tokens <= tokens)
  }

  @Test func `where the person's message that opens the history is too long, a note opens it`() throws {
    let long = String(repeating: "berth ", count: 900)
    let call = try counted(
      #"{"model":"claude-sonnet-4-6","messages":[{"role":"user","content":"\#(long)"},{"role":"assistant","content":[{"type":"tool_use","id":"t","name":"berths","input":{}}]},"#
        + #"{"role":"user","content":[{"type":"tool_result","tool_use_id":"t","content":"1"},{"type":"text","text":"Hurry."}]}]}"#
    )
    let plan = TrimPolicy().plan(call, within: Budget(tokens: 400))
    let written = try Conversation(parsing: plan.applied(to: call.conversation))
    #expect(written.messages.map(\.role) == [.user, .assistant, .user])
    #expect(written.messages[0].text.hasPrefix("[Note, no instruction: 1 earlier message"))
    #expect(TrimPolicy(placeholderTokens: nil).plan(call, within: Budget(tokens: 400)).status == .cannotFit)
    #expect(
      try TrimPolicy().plan(counted(plan.applied(to: call.conversation)), within: Budget(tokens: 400)).status == .fits)
  }

  /// Calls of dialogues in one format, at budgets under which something has to go, that can be made to fit.
  private func cases(_ form: DialogueForm, _ policy: Int) throws -> [(CountedConversation, TrimPlan)] {
    var cases: [(CountedConversation, TrimPlan)] = []
    for seed in UInt64(1)...4 {
      let dialogue = Dialogue(seed: seed, turns: 6)
      let call = try counted(form.payload(of: dialogue))
      for tokens in [350, 600, 1_000] where tokens < call.counts.total.tokens {
        let plan = Self.policies[policy].plan(
          call, within: Budget(tokens: tokens), ranking: sampleRanking(of: call))
        if plan.status != .cannotFit { cases.append((call, plan)) }
      }
    }
    #expect(cases.count > 3)
    return cases
  }
}
