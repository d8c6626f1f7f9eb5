import TareConversations
import TareRanking
import TareTokens
import TareTrim
import Testing

/// What a question keeps of a long history.
struct RelevantWindowTests {
  private let policy = TrimPolicy(window: .relevant(newest: Share(thousandths: 0)), placeholderTokens: nil)

  @Test func `an old answer is found, and stays in its place`() throws {
    let call = try counted(Self.smallTalk(turns: 40, fact: 7))
    let plan = policy.plan(
      call, within: Budget(tokens: 150), ranking: try ranking(call, "Where is the spare key hidden?"))
    #expect(plan.decisions[16].action == .kept)
    #expect(plan.decisions[16].reason == .relevant)
    #expect(plan.keptIndices == plan.keptIndices.sorted())
    #expect(plan.after.tokens <= 150)
    #expect(plan.after.tokens > 130)
    let sliding = TrimPolicy(window: .sliding, placeholderTokens: nil).plan(call, within: Budget(tokens: 150))
    #expect(!sliding.keptIndices.contains(16))
  }

  @Test func `a share for the newest turns is kept for them`() throws {
    let call = try counted(Self.smallTalk(turns: 40, fact: 7))
    let newest = TrimPolicy(window: .relevant(newest: Share(thousandths: 500)), placeholderTokens: nil)
    let plan = newest.plan(
      call, within: Budget(tokens: 220), ranking: try ranking(call, "Where is the spare key hidden?"))
    #expect(plan.decisions[16].action == .kept)
    #expect(plan.decisions.suffix(4).allSatisfy { $0.action == .kept })
  }

  @Test func `without a word in common the newest stay`() throws {
    let call = try counted(Self.smallTalk(turns: 40, fact: 7))
    let none = policy.plan(call, within: Budget(tokens: 150))
    #expect(none.keptIndices == [0] + Array((none.keptIndices[1])...81))
  }

  @Test func `what was recalled stands before the last message of a person, and the window before it stays`() throws {
    let call = try counted(Self.smallTalk(turns: 40, fact: 7))
    let recalling = TrimPolicy(recall: Share(thousandths: 300))
    let budget = Budget(tokens: 400)
    let plan = recalling.plan(call, within: budget, ranking: try ranking(call, "Where is the spare key hidden?"))
    let other = recalling.plan(call, within: budget, ranking: try ranking(call, "Anything about herons?"))
    #expect(plan.recalled.contains(16))
    let recall = try #require(plan.additions.last)
    #expect(recall.kind == .recall)
    #expect(recall.before == 81)
    #expect(recall.text.contains("\n\n[16] assistant: The spare key is hidden under the blue pot."))
    #expect(plan.keptIndices == other.keptIndices)
    #expect(plan.after.tokens <= 400)
  }

  @Test func `a history that fits leaves nothing to recall`() throws {
    let call = try counted(Self.smallTalk(turns: 4, fact: 1))
    let plan = TrimPolicy(recall: Share(thousandths: 900)).plan(
      call, within: Budget(tokens: call.counts.total.tokens), ranking: try ranking(call, "key"))
    #expect(plan.status == .fits)
    #expect(plan.additions.isEmpty)
  }

  private func ranking(_ call: CountedConversation, _ question: String) throws -> HistoryRanking {
    HistoryRanking(
      of: call.conversation, to: Query(text: question), by: try HistoryRelevance(tokenizer: counter.tokenizer))
  }

  /// Turns that say nothing, and one that says where a key is.
  private static func smallTalk(turns: Int, fact: Int) -> String {
    let said = (0..<turns).map { turn in
      let answer =
        turn == fact ? "The spare key is hidden under the blue pot." : "Noted, the heron number \(turn) flew by."
      return #"{"role":"user","content":"Tell me of day \#(turn)."},{"role":"assistant","content":"\#(answer)"}"#
    }
    return
      #"[{"role":"system","content":"Be brief."},\#(said.joined(separator: ",")),{"role":"user","content":"And now?"}]"#
  }
}
