import TareConversations
import TareJSON
import TareTokens
import TareTrim
import Testing

struct StepWindowTests {
  private let step = TrimPolicy(window: .step(low: Share(thousandths: 600)), placeholderTokens: nil)

  @Test(arguments: TrimLawTests.seeds, [400, 700, 1_200])
  func `the kept prefix is the same bytes in every call until the budget is full`(seed: UInt64, tokens: Int) throws {
    let trace = SyntheticTrace(seed: seed, turns: 14)
    var last: (kept: [Int], length: Int)?
    for length in 2...trace.messages.count {
      // A call between a tool call and its results is none.
      guard let call = try? counted(trace.payload(length)) else { continue }
      let plan = step.plan(call, within: Budget(tokens: tokens))
      guard plan.status != .cannotFit else { continue }
      if let last, !plan.keptIndices.starts(with: last.kept) {
        let kept = Set(last.kept).union(last.length..<length)
        let tokensWithoutCut = kept.reduce(call.counts.fixed) { $0 + call.counts.messages[$1].tokens }
        #expect(tokensWithoutCut > tokens, "cut at \(length) without need")
      }
      last = (plan.keptIndices, length)
    }
  }

  @Test(arguments: TrimLawTests.seeds)
  func `the prefix breaks more rarely than with a sliding window`(seed: UInt64) throws {
    let trace = SyntheticTrace(seed: seed, turns: 24, systemSentences: 3)
    let stepBreaks = try brokenPrefixes(of: trace, step, 2_500)
    let slidingBreaks = try brokenPrefixes(of: trace, TrimPolicy(window: .sliding, placeholderTokens: nil), 2_500)
    #expect(stepBreaks * 2 <= slidingBreaks)
  }

  @Test(arguments: TrimLawTests.seeds, [1_200, 2_000])
  func `the note is the same bytes until the next cut`(seed: UInt64, tokens: Int) throws {
    let policy = TrimPolicy(window: .step(low: Share(thousandths: 600)))
    let trace = SyntheticTrace(seed: seed, turns: 14)
    var notes: [[Int]: String] = [:]
    for length in try trace.callLengths {
      let plan = policy.plan(try counted(trace.payload(length)), within: Budget(tokens: tokens))
      guard let note = plan.placeholder else { continue }
      let dropped = plan.changes.map(\.index)
      #expect(notes[dropped] ?? note.text == note.text)
      notes[dropped] = note.text
    }
    #expect(notes.count > 1)
  }

  @Test func `a cut falls to the low watermark and to the start of a turn`() throws {
    let turns = (0..<20).flatMap { [message("user", "question \($0)"), message("assistant", "answer \($0)")] }
    let payload = "[" + (turns + [message("user", "last")]).joined(separator: ",") + "]"
    let call = try counted(payload)
    let budget = call.counts.total.tokens - 1
    let plan = step.plan(call, within: Budget(tokens: budget))
    #expect(plan.status == .trimmed)
    #expect(plan.after.tokens <= budget)
    #expect(plan.keptIndices.first.map { $0 % 2 } == 0)
    // The history of one turn less fitted, so the cut is made at the end, down to six tenths.
    #expect(plan.after.tokens * 10 <= budget * 6 + 100)
    #expect(plan.after.tokens * 10 > budget * 5)
  }

  @Test func `a number of turns steps as tokens do`() throws {
    let policy = TrimPolicy(window: .step(low: Share(thousandths: 500)), keepTurns: 8, placeholderTokens: nil)
    var kept: [Int] = []
    for turns in 1...20 {
      let messages = (1..<turns).flatMap { [message("user", "question \($0)"), message("assistant", "answer \($0)")] }
      let call = try counted("[" + (messages + [message("user", "last")]).joined(separator: ",") + "]")
      let plan = policy.plan(call, within: .unlimited)
      kept.append(plan.keptIndices.filter { call.conversation.messages[$0].isHuman }.count)
      #expect(plan.changes.allSatisfy { $0.reason == .overNumber })
    }
    #expect(kept == [1, 2, 3, 4, 5, 6, 7, 8, 4, 5, 6, 7, 8, 4, 5, 6, 7, 8, 4, 5])
  }

  private func brokenPrefixes(of trace: SyntheticTrace, _ policy: TrimPolicy, _ tokens: Int) throws -> Int {
    var last: [Int] = []
    var broken = 0
    for length in try trace.callLengths {
      let plan = policy.plan(try counted(trace.payload(length)), within: Budget(tokens: tokens))
      if !plan.keptIndices.starts(with: last) { broken += 1 }
      last = plan.keptIndices
    }
    return broken
  }

  private func message(_ role: String, _ text: String) -> String { #"{"role":"\#(role)","content":"\#(text)"}"# }
}
