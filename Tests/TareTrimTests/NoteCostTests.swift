import TareConversations
import TareJSON
import TareTokens
import TareTrim
import Testing

/// What the note in place of dropped messages may cost the window.
struct NoteCostTests {
  private let plain = TrimPolicy(window: .sliding, shortening: .none, placeholderTokens: nil)

  @Test(arguments: TrimLawTests.seeds, [60, 80, 160, 400])
  func `a note costs a sliding window its tokens and at most one group more`(seed: UInt64, most: Int) throws {
    let noted = TrimPolicy(window: .sliding, shortening: .none, placeholderTokens: most)
    var notes = 0
    for call in try calls(seed) {
      for tokens in stride(from: 100, through: call.counts.total.tokens, by: 37) {
        let plan = noted.plan(call, within: Budget(tokens: tokens))
        guard plan.status == .trimmed, let note = plan.placeholder else { continue }
        let without = plain.plan(call, within: Budget(tokens: tokens - max(note.tokens, 60)))
        let lost = call.conversation.groups.filter { group in
          without.keptIndices.contains(group.messages.lowerBound)
            && !plan.keptIndices.contains(group.messages.lowerBound)
        }
        #expect(lost.count <= 1, "at \(tokens)")
        notes += 1
      }
    }
    #expect(notes > 10)
  }

  @Test(arguments: TrimLawTests.seeds, [60, 160, 400])
  func `where no note is left the sliding window is what it is without notes`(seed: UInt64, most: Int) throws {
    let noted = TrimPolicy(window: .sliding, shortening: .none, placeholderTokens: most)
    var trimmed = 0
    for call in try calls(seed) {
      for tokens in stride(from: 10, through: call.counts.total.tokens, by: 37) {
        let plan = noted.plan(call, within: Budget(tokens: tokens))
        guard plan.placeholder == nil else { continue }
        let without = plain.plan(call, within: Budget(tokens: tokens))
        #expect(plan.decisions == without.decisions, "at \(tokens)")
        #expect(plan.additions == without.additions)
        trimmed += plan.status == .trimmed ? 1 : 0
      }
    }
    #expect(trimmed > 10)
  }

  @Test func `a short chat under a small budget keeps what fits`() throws {
    let call = try counted(TrimPlanTests.turns(4))
    for window in [TrimPolicy.Window.sliding, .step(low: Share(thousandths: 600))] {
      let plan = TrimPolicy(window: window).plan(call, within: Budget(tokens: 45))
      let without = TrimPolicy(window: window, placeholderTokens: nil).plan(call, within: Budget(tokens: 45))
      #expect(plan.decisions == without.decisions)
      #expect(plan.keptIndices.count > 2)
    }
  }

  /// A trace of tools, and short turns as a messenger has them.
  private func calls(_ seed: UInt64) throws -> [CountedConversation] {
    [
      try counted(SyntheticTrace(seed: seed, turns: 4, systemSentences: 1).payload(.max)),
      try counted(TrimPlanTests.turns(30)),
    ]
  }
}
