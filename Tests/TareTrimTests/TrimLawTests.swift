import TareConversations
import TareJSON
import TareTokens
import TareTrim
import Testing

/// One call, what a policy makes of it under a budget, and the payload that is written.
struct TrimCase {
  let call: CountedConversation
  let plan: TrimPlan
  let written: [UInt8]

  /// Every call of two conversations at each budget that it can be made to fit, by the number of its policy.
  static let all: [Int: [TrimCase]] = {
    let calls = [UInt64(1), 2].flatMap { seed -> [CountedConversation] in
      let trace = SyntheticTrace(seed: seed, turns: 5)
      let lengths = (try? trace.callLengths) ?? []
      return lengths.compactMap { try? counted(trace.payload($0)) }
    }
    return Dictionary(
      uniqueKeysWithValues: TrimPolicy.samples.enumerated().map { number, policy in
        (number, calls.flatMap { call in [300, 500, 1_000, 100_000].compactMap { TrimCase(call, policy, $0) } })
      })
  }()

  init?(_ call: CountedConversation, _ policy: TrimPolicy, _ tokens: Int) {
    self.call = call
    plan = policy.plan(call, within: Budget(tokens: tokens), ranking: sampleRanking(of: call))
    guard let written = try? plan.applied(to: call.conversation) else { return nil }
    self.written = written
  }
}

/// Laws that hold for every conversation, policy and budget.
struct TrimLawTests {
  static let seeds: [UInt64] = [1, 2, 3]
  static let policies = TrimPolicy.samples.indices

  @Test(arguments: policies) func `what is said to fit fits, can be read again, and costs what the plan says`(
    policy: Int
  ) throws {
    for (plan, written) in try cases(of: policy).map({ ($0.plan, $0.written) }) {
      let again = try counted(written)
      #expect(again.counts.total.tokens == plan.after.tokens)
      #expect(plan.after.tokens <= plan.budget.available)
      #expect(again.conversation.groups.allSatisfy { !$0.isOrphan })
    }
  }

  @Test(arguments: policies)
  func `instructions, the last human message and the newest group stay, and all that stays is the same bytes`(
    policy: Int
  ) throws {
    for item in try cases(of: policy) {
      let messages = item.call.conversation.messages
      let kept = item.plan.decisions.filter { $0.action == .kept }.map { Array(messages[$0.index].value.rawBytes) }
      let after = try Conversation(parsing: item.written).messages.map { Array($0.value.rawBytes) }
      #expect(isSubsequence(kept, of: after))
      let pinned =
        messages.filter(\.role.isInstruction).map(\.index)
        + [messages.last(where: \.isHuman)?.index, messages.count - 1].compactMap { $0 }
      #expect(Set(pinned).isSubset(of: item.plan.keptIndices))
    }
  }

  @Test(arguments: policies) func `a group stays or goes as a whole`(policy: Int) throws {
    for item in try cases(of: policy) {
      for group in item.call.conversation.groups {
        let dropped = group.messages.map { item.plan.decisions[$0].action == .dropped }
        #expect(Set(dropped).count == 1)
      }
    }
  }

  @Test(arguments: policies)
  func `the first message behind the instructions is the user's, and nothing outside the messages changes`(
    policy: Int
  ) throws {
    for written in try cases(of: policy).map(\.written) {
      let after = try Conversation(parsing: written)
      #expect(after.messages.first { !$0.role.isInstruction }?.role == .user)
      #expect(written.starts(with: Array(#"{"model":"gpt-4o","messages":["#.utf8)))
      #expect(String(decoding: written, as: UTF8.self).hasSuffix(#"],"temperature":0.0}"#))
    }
  }

  @Test(arguments: policies) func `trimming what was trimmed changes nothing`(policy: Int) throws {
    for item in try cases(of: policy) {
      let again = TrimPolicy.samples[policy].plan(
        try counted(item.written), within: item.plan.budget, ranking: sampleRanking(of: try counted(item.written)))
      #expect(again.status == .fits, "\(item.plan.budget.tokens)")
      #expect(try again.applied(to: Conversation(parsing: item.written)) == item.written)
    }
  }

  @Test(arguments: policies) func `the same call gives the same bytes`(policy: Int) throws {
    for item in try cases(of: policy) {
      let call = try counted(item.call.conversation.document.bytes)
      let again = TrimPolicy.samples[policy].plan(
        call, within: item.plan.budget, ranking: sampleRanking(of: call))
      #expect(try again.applied(to: call.conversation) == item.written)
      #expect(again.decisions == item.plan.decisions)
    }
  }

  @Test(arguments: TrimPolicy.samples.filter { !$0.limitsByNumber })
  func `what fits is not touched, to the token`(policy: TrimPolicy) throws {
    let call = try counted(SyntheticTrace(seed: 3, turns: 6).payload(.max))
    let exact = policy.plan(call, within: Budget(tokens: call.counts.total.tokens + 20, reserve: 20))
    #expect(exact.status == .fits)
    #expect(try exact.applied(to: call.conversation) == call.conversation.document.bytes)
    #expect(policy.plan(call, within: Budget(tokens: call.counts.total.tokens - 1)).status == .trimmed)
  }

  @Test(arguments: seeds) func `a larger budget never keeps less in a sliding window without a note`(
    seed: UInt64
  ) throws {
    let call = try counted(SyntheticTrace(seed: seed, turns: 5).payload(.max))
    var smaller: [Int] = []
    for tokens in stride(from: 300, through: call.counts.total.tokens + 50, by: 29) {
      let plan = TrimPolicy(window: .sliding, placeholderTokens: nil).plan(call, within: Budget(tokens: tokens))
      #expect(Set(smaller).isSubset(of: plan.keptIndices), "at \(tokens)")
      smaller = plan.keptIndices
    }
  }

  private func cases(of policy: Int) throws -> [TrimCase] {
    let cases = try #require(TrimCase.all[policy])
    #expect(cases.contains { $0.plan.status == .trimmed })
    return cases
  }

  private func isSubsequence(_ part: [[UInt8]], of whole: [[UInt8]]) -> Bool {
    var rest = whole[...]
    for item in part {
      guard let place = rest.firstIndex(of: item) else { return false }
      rest = rest[(place + 1)...]
    }
    return true
  }
}
