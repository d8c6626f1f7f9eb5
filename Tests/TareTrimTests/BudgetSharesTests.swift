import TareConversations
import TareRanking
import TareTokens
import TareTrim
import TestMaterial
import Testing

/// Shares of a budget hold, or it is said what has more than its share.
struct BudgetSharesTests {
  private func call(_ seed: UInt64 = 1) throws -> CountedConversation {
    try counted(DialogueForm.openAIChat.payload(of: Dialogue(seed: seed, turns: 8)))
  }

  @Test(arguments: [100, 200, 400, 700]) func `the history has no more than its share`(thousandths: Int) throws {
    let call = try call()
    var policy = TrimPolicy(window: .sliding, placeholderTokens: nil)
    policy.shares.historyMost = Share(thousandths: thousandths)
    let plan = policy.plan(call, within: Budget(tokens: 1_000))
    guard plan.status != .cannotFit else { return }
    let said = plan.decisions.filter { !$0.role.isInstruction && $0.reason != .lastHuman && $0.reason != .newest }
    #expect(said.reduce(0) { $0 + $1.tokensAfter } <= thousandths)
  }

  @Test func `instructions that have more than their share are named`() throws {
    let call = try call()
    var policy = TrimPolicy()
    policy.shares.instructionsMost = Share(thousandths: 1)
    let plan = policy.plan(call, within: Budget(tokens: 1_000))
    #expect(plan.status == .cannotFit)
    #expect(plan.cannotFit?.isShare == true)
    #expect(plan.cannotFit?.description.hasSuffix("tokens are more than their share of the budget, 1") == true)
    policy.shares.instructionsMost = Share(thousandths: 1_000)
    #expect(policy.plan(call, within: Budget(tokens: 1_000)).status == .trimmed)
  }

  @Test func `chunks leave the history its least`() throws {
    let call = try call()
    let chunks = (0..<40).map { Chunk(id: "\($0)", text: "Passage \($0) of the harbour's rules on cranes and tides.") }
    let request = ChunkRequest(
      chunks, relevance: chunks.indices.map { Relevance(chunk: $0, score: 1) }, share: Share(thousandths: 900))
    var policy = TrimPolicy(window: .step(low: Share(thousandths: 900)), placeholderTokens: nil)
    let greedy = try policy.plan(call, within: Budget(tokens: 900), chunks: request)
    policy.shares.historyLeast = Share(thousandths: 400)
    let fair = try policy.plan(call, within: Budget(tokens: 900), chunks: request)
    #expect(try #require(fair.chunks).reserved < #require(greedy.chunks).reserved)
    #expect(fair.keptIndices.count > greedy.keptIndices.count)
  }
}
