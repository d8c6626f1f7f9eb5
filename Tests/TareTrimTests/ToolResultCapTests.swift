import TareConversations
import TareJSON
import TareTokens
import TareTrim
import TestMaterial
import Testing

/// How long one result of a tool may be.
struct ToolResultCapTests {
  @Test(arguments: DialogueForm.allCases, [20, 70, 150])
  func `no result is longer than its cap, whatever room there is`(form: DialogueForm, most: Int) throws {
    let call = try counted(form.payload(of: Dialogue(seed: 5, turns: 4)))
    let policy = TrimPolicy(toolResults: ToolResultPolicy(caps: ToolResultCaps(most: most)))
    let plan = policy.plan(call, within: .unlimited)
    let written = try Conversation(parsing: plan.applied(to: call.conversation), as: call.conversation.format)
    let longest = written.messages.flatMap(\.results).compactMap { $0.soleText?.string }.map { counter.textTokens($0) }
    #expect(try #require(longest.max()) <= max(most, 30))
    #expect(plan.changes.allSatisfy { $0.reason == .overCap })
    #expect(plan.after.tokens == CountedConversation(written, counter: counter).counts.total.tokens)
  }

  @Test func `the cap of a tool goes before the cap of all, and other messages are the same bytes`() throws {
    let call = try counted(Self.log(tools: ["search", "read", "search"]))
    let caps = ToolResultCaps(most: 100, mostByTool: ["read": 1_000])
    let plan = TrimPolicy(toolResults: ToolResultPolicy(caps: caps)).plan(call, within: .unlimited)
    #expect(plan.changes.map(\.index) == [2, 6])
    let written = try Conversation(parsing: plan.applied(to: call.conversation))
    #expect(written.messages[4].value.rawBytes.elementsEqual(call.conversation.messages[4].value.rawBytes))
    #expect(written.messages[2].resultText.contains("handle \(try #require(plan.changes[0].handle))"))
  }

  @Test func `a result is the same bytes in every call as the history grows`() throws {
    let policy = TrimPolicy(toolResults: ToolResultPolicy(caps: ToolResultCaps(most: 80)))
    var seen: [String: [UInt8]] = [:]
    for count in 1...6 {
      let call = try counted(Self.log(tools: Array(repeating: "search", count: count)))
      let plan = policy.plan(call, within: .unlimited)
      for message in try Conversation(parsing: plan.applied(to: call.conversation)).messages {
        guard let id = message.results.first?.callID else { continue }
        #expect(seen[id] ?? Array(message.value.rawBytes) == Array(message.value.rawBytes))
        seen[id] = Array(message.value.rawBytes)
      }
    }
    #expect(seen.count == 6)
  }

  @Test func `a capped result that must stay loses more where the budget is smaller`() throws {
    let call = try counted(Self.log(tools: ["search"]))
    let policy = TrimPolicy(window: .sliding, toolResults: ToolResultPolicy(caps: ToolResultCaps(most: 300)))
    let plan = policy.plan(call, within: Budget(tokens: 180))
    #expect(plan.status == .trimmed && plan.after.tokens <= 180)
    #expect(plan.decisions[2].reason == .tooLong)
  }

  @Test func `numbers without text are cleared`() throws {
    let numbers = (0..<200).map(String.init).joined(separator: ",")
    let call = try counted(
      #"{"contents":[{"role":"user","parts":[{"text":"Sum?"}]},{"role":"model","parts":[{"functionCall":{"name":"sum","args":{}}}]},{"role":"user","parts":[{"functionResponse":{"name":"sum","response":{"all":[\#(numbers)]}}}]}]}"#
    )
    let plan = TrimPolicy(toolResults: ToolResultPolicy(caps: ToolResultCaps(most: 60))).plan(call, within: .unlimited)
    let written = try Conversation(parsing: plan.applied(to: call.conversation))
    #expect(written.messages[2].resultText.isEmpty)
    #expect(plan.after.tokens < 100)
  }

  @Test(arguments: ["[cleared]", "{handle}", "gone ({tokens}), see {handle}.", "weg {tokens}{tokens}"])
  func `a cleared result says what is wanted, once`(template: String) throws {
    let call = try counted(Self.log(tools: ["search", "search"]))
    let results = ToolResultPolicy(keepNewest: 0, clearedText: try #require(ClearedText(template)))
    let policy = TrimPolicy(window: .sliding, toolResults: results)
    let budget = Budget(tokens: 200)
    let plan = policy.plan(call, within: budget)
    let change = try #require(plan.changes.first { $0.reason == .oldToolResult })
    let text = template.replacing("{tokens}", with: "\(change.tokens)")
      .replacing("{handle}", with: "\(try #require(change.handle))")
    let written = try plan.applied(to: call.conversation)
    #expect(try Conversation(parsing: written).messages[change.index].resultText == text)
    #expect(try policy.plan(counted(written), within: budget).applied(to: Conversation(parsing: written)) == written)
  }

  @Test(arguments: ["", "  ", "\n"]) func `nothing is no text for a cleared result`(template: String) {
    #expect(ClearedText(template) == nil)
  }

  private static func log(tools: [String]) -> String {
    let text = (0..<60).map { "line \($0) of the log says \($0 * $0)." }.joined(separator: " ")
    let exchanges = tools.enumerated().map { number, tool in
      #",{"role":"assistant","content":null,"tool_calls":[{"id":"c\#(number)","type":"function","function":{"name":"\#(tool)","arguments":"{}"}}]},{"role":"tool","tool_call_id":"c\#(number)","content":"\#(text)"}"#
    }
    return #"[{"role":"user","content":"Look it up."}\#(exchanges.joined())]"#
  }
}
