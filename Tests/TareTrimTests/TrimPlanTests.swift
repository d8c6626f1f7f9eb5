import TareConversations
import TareJSON
import TareTokens
import TareTrim
import Testing

/// What trimming does to conversations small enough to read.
struct TrimPlanTests {
  private let tight = TrimPolicy(window: .sliding, placeholderTokens: nil)

  @Test func `the oldest turns go first, and the window begins with a person`() throws {
    let call = try counted(Self.turns(6))
    let plan = tight.plan(call, within: Budget(tokens: call.counts.total.tokens - 1))
    #expect(plan.status == .trimmed)
    #expect(plan.changes.map(\.index) == [1, 2])
    #expect(plan.decisions[0].reason == .instruction)
    #expect(plan.changes.allSatisfy { $0.reason == .overBudget && $0.handle != nil })
    #expect(plan.decisions.last?.reason == .lastHuman)
  }

  @Test func `a note that is longer than what it stands for is left out`() throws {
    let call = try counted(
      #"[{"role":"user","content":"Hi"},{"role":"assistant","content":"Yes?"},{"role":"user","content":"Go"}]"#)
    let plan = TrimPolicy(keepTurns: 1).plan(call, within: .unlimited)
    #expect(plan.placeholder == nil)
    #expect(plan.keptIndices == [2])
    #expect(plan.after.tokens < plan.before.tokens)
  }

  @Test func `the reserve is kept free`() throws {
    let call = try counted(Self.turns(6))
    let whole = call.counts.total.tokens
    #expect(tight.plan(call, within: Budget(tokens: whole, reserve: 0)).status == .fits)
    let plan = tight.plan(call, within: Budget(tokens: whole, reserve: 25))
    #expect(plan.status == .trimmed)
    #expect(plan.after.tokens <= whole - 25)
  }

  @Test func `what cannot fit is said and not written`() throws {
    let call = try counted(Self.turns(6))
    let plan = tight.plan(call, within: Budget(tokens: 15))
    #expect(plan.status == .cannotFit)
    #expect(plan.after.tokens > 15)
    let error = #expect(throws: CannotFit.self) { try plan.applied(to: call.conversation) }
    let needed = plan.after.tokens
    #expect(
      error?.description.hasPrefix(
        "what must stay needs \(needed) tokens and the budget leaves 15, \(needed - 15) too few: tools and reply 3")
        == true)
    #expect(error?.parts.reduce(0) { $0 + $1.tokens } == needed)
    #expect(tight.plan(call, within: Budget(tokens: plan.after.tokens)).status == .trimmed)
    #expect(tight.plan(call, within: Budget(tokens: 10, reserve: 20)).status == .cannotFit)
  }

  @Test(arguments: [TrimPolicy(), TrimPolicy(window: .sliding), TrimPolicy(keepTurns: 1), TrimPolicy(keepMessages: 0)])
  func `instructions alone fit or do not, and nothing goes`(policy: TrimPolicy) throws {
    let call = try counted(#"[{"role":"system","content":"one two three"},{"role":"system","content":"four"}]"#)
    for tokens in 0...30 {
      let plan = policy.plan(call, within: Budget(tokens: tokens))
      #expect(plan.status == (call.counts.total.tokens <= tokens ? .fits : .cannotFit))
      #expect(plan.changes.isEmpty)
    }
  }

  @Test func `instructions stay wherever they stand`() throws {
    let call = try counted(
      """
      [{"role":"user","content":"one two three four five six seven eight nine ten"},
       {"role":"system","content":"Be brief."},
       {"role":"assistant","content":"one two three four five six seven eight nine ten"},
       {"role":"developer","content":"Answer in German."},
       {"role":"user","content":"Und?"}]
      """)
    let plan = tight.plan(call, within: Budget(tokens: 30))
    #expect(plan.keptIndices == [1, 3, 4])
  }

  @Test func `a running chain of tool calls loses its oldest exchange and keeps its question`() throws {
    let call = try counted(Self.chain(exchanges: 5))
    let plan = tight.plan(call, within: Budget(tokens: call.counts.total.tokens - 60))
    #expect(plan.decisions[0].reason == .lastHuman)
    #expect(plan.changes.first?.index == 1)
    #expect(plan.keptIndices.suffix(2) == [9, 10])
    #expect(plan.changes.count.isMultiple(of: 2))
  }

  @Test func `a history that fits by its numbers alone is not touched by them`() throws {
    let call = try counted(Self.turns(4))
    #expect(TrimPolicy(window: .sliding, keepTurns: 5).plan(call, within: .unlimited).status == .fits)
    #expect(TrimPolicy(window: .sliding, keepMessages: 9).plan(call, within: .unlimited).status == .fits)
  }

  @Test(arguments: [1, 2, 3]) func `a number of turns keeps so many, with the answer before them where a note stands`(
    turns: Int
  ) throws {
    // Enough of them that a note is shorter than what it stands for.
    let call = try counted(Self.turns(9))
    let plain = TrimPolicy(window: .sliding, keepTurns: turns, placeholderTokens: nil).plan(call, within: .unlimited)
    let noted = TrimPolicy(window: .sliding, keepTurns: turns).plan(call, within: .unlimited)
    #expect(plain.keptIndices == [0] + Array((21 - 2 * turns)...19))
    #expect(noted.keptIndices == [0] + Array((20 - 2 * turns)...19))
    #expect(plain.changes.allSatisfy { $0.reason == .overNumber })
    #expect(try roles(noted, call).dropFirst().elementsEqual(alternating(from: .user, count: 2 * turns + 1)))
  }

  @Test func `a number of messages never splits a tool exchange`() throws {
    let call = try counted(Self.chain(exchanges: 5))
    for messages in 1...12 {
      let plan = TrimPolicy(window: .sliding, keepMessages: messages, placeholderTokens: nil).plan(
        call, within: .unlimited)
      #expect(plan.keptIndices.count % 2 == 1)
      #expect(plan.keptIndices.count <= max(messages, 3))
    }
  }

  @Test func `old tool results are cleared before any message is dropped, and only as long as that helps`() throws {
    let call = try counted(Self.chain(exchanges: 5))
    let policy = TrimPolicy(window: .sliding, toolResults: ToolResultPolicy(keepNewest: 2))
    let plan = policy.plan(call, within: Budget(tokens: call.counts.total.tokens - 1))
    #expect(plan.keptIndices.count == 11)
    #expect(plan.changes.map(\.index) == [2, 4, 6])
    #expect(plan.changes.allSatisfy { $0.reason == .oldToolResult && $0.tokensAfter < $0.tokens })
    let written = try Conversation(parsing: plan.applied(to: call.conversation))
    #expect(written.messages[2].resultText.hasPrefix("[cleared: "))
    #expect(written.messages[2].results.map(\.callID) == ["call_0"])
    #expect(written.messages[8].resultText == call.conversation.messages[8].resultText)
    #expect(policy.plan(call, within: Budget(tokens: call.counts.total.tokens)).status == .fits)
  }

  @Test(arguments: [1, 2, 3], [TrimPolicy.Window.sliding, .step(low: Share(thousandths: 600))])
  func `what was cleared keeps its handle as the history grows`(kept: Int, window: TrimPolicy.Window) throws {
    let policy = TrimPolicy(window: window, toolResults: ToolResultPolicy(keepNewest: kept), placeholderTokens: nil)
    let whole = try Conversation(parsing: Array(Self.chain(exchanges: 14).utf8))
    var handles: [String: String] = [:]
    var history = whole.messages.prefix(1).map { Array($0.value.rawBytes) }
    for group in whole.groups.dropFirst() {
      history += group.messages.map { Array(whole.messages[$0].value.rawBytes) }
      let call = try counted([UInt8(ascii: "[")] + history.joined(separator: [UInt8(ascii: ",")]) + [UInt8(ascii: "]")])
      let plan = policy.plan(call, within: Budget(tokens: 700))
      let written = try Conversation(parsing: plan.applied(to: call.conversation))
      for message in written.messages where message.resultText.hasPrefix("[cleared: ") {
        let id = try #require(message.results.first?.callID)
        #expect(handles[id] ?? message.resultText == message.resultText)
        handles[id] = message.resultText
      }
      history = written.messages.map { Array($0.value.rawBytes) }
    }
    #expect(handles.count > 3)
    for message in whole.messages {
      guard let id = message.results.first?.callID, let text = handles[id] else { continue }
      #expect(text.hasSuffix("handle \(ContentHandle(of: message.value.rawBytes))]"))
    }
  }

  @Test(arguments: [
    "[cleared: many tokens, handle 0123456789abcdef]", "[cleared: 9 tokens, handle 0123456789abcdef] x",
  ])
  func `a result that only looks cleared is cleared like any other`(start: String) throws {
    let result = start + String(repeating: " row of a table", count: 20)
    let call = try counted(Self.chain(exchanges: 3, result: result))
    let plan = TrimPolicy(window: .sliding, toolResults: ToolResultPolicy(keepNewest: 1)).plan(
      call, within: Budget(tokens: call.counts.total.tokens - 1))
    #expect(plan.changes.map(\.index) == [2, 4])
  }

  @Test func `what stays before the cleared results says why it stays`() throws {
    let chain = Self.chain(exchanges: 3)
    let call = try counted(#"[{"role":"system","content":"Be brief."},"# + chain.dropFirst())
    let plan = TrimPolicy(window: .sliding, toolResults: ToolResultPolicy(keepNewest: 1)).plan(
      call, within: Budget(tokens: call.counts.total.tokens - 1))
    #expect(plan.changes.allSatisfy { $0.reason == .oldToolResult })
    #expect(plan.decisions.prefix(2).map(\.reason) == [.instruction, .lastHuman])
  }

  @Test func `orphans that were marked go even when everything fits`() throws {
    let payload = """
      [{"role":"user","content":"Hi"},{"role":"tool","tool_call_id":"x","content":"lost"},
       {"role":"assistant","content":"Hello"},{"role":"user","content":"Bye"}]
      """
    let read = try Conversation(parsing: Array(payload.utf8), orphans: .mark)
    let plan = TrimPolicy(window: .sliding).plan(CountedConversation(read, counter: counter), within: .unlimited)
    #expect(plan.changes.map(\.index) == [1])
    #expect(plan.changes.first?.reason == .orphan)
    #expect(plan.placeholder == nil)
    #expect(try Conversation(parsing: plan.applied(to: read)).messages.count == 3)
  }

  @Test(arguments: ["[]", #"[{"role":"system","content":"Only this."}]"#, #"[{"role":"assistant","content":"Hi"}]"#])
  func `a conversation in which no person speaks is trimmed like any other`(payload: String) throws {
    let call = try counted(payload)
    #expect(TrimPolicy(window: .sliding).plan(call, within: Budget(tokens: 100)).status == .fits)
    #expect(TrimPolicy(window: .sliding).plan(call, within: Budget(tokens: 1)).status == .cannotFit)
  }

  // MARK: Material

  /// Instructions, so many turns of question and answer, and a last question.
  static func turns(_ count: Int) -> String {
    let turns = (0..<count).map {
      #"{"role":"user","content":"Question number \#($0)?"},{"role":"assistant","content":"This is answer \#($0)."}"#
    }
    return #"[{"role":"system","content":"Be brief."},"# + turns.joined(separator: ",")
      + #",{"role":"user","content":"And the last?"}]"#
  }

  /// One question and a chain of tool calls behind it.
  static func chain(
    exchanges: Int, result: String = String(repeating: "row of a table, ", count: 20)
  ) -> String {
    let chain = (0..<exchanges).map {
      #"{"role":"assistant","content":null,"tool_calls":[{"id":"call_\#($0)","type":"function","#
        + #""function":{"name":"read","arguments":"{}"}}]},"#
        + #"{"role":"tool","tool_call_id":"call_\#($0)","content":"\#(result)"}"#
    }
    return #"[{"role":"user","content":"Sum up the tables."},"# + chain.joined(separator: ",") + "]"
  }

  private func roles(_ plan: TrimPlan, _ call: CountedConversation) throws -> [Role] {
    try Conversation(parsing: plan.applied(to: call.conversation)).messages.map(\.role)
  }

  private func alternating(from first: Role, count: Int) -> [Role] {
    (0..<count).map { ($0 % 2 == 0) == (first == .user) ? .user : .assistant }
  }
}
