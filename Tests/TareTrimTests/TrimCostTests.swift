import TareConversations
import TareJSON
import TarePricing
import TareTokens
import TareTrim
import TestMaterial
import Testing

/// What trimming costs or saves, net of the provider's cache.
struct TrimCostTests {
  @Test func `a request is billed by what the one before it sent`() throws {
    let call = try counted(SyntheticTrace(seed: 4, turns: 12).payload(.max))
    let pricing = try pricing("claude-sonnet-4-6")
    let plan = TrimPolicy().plan(call, within: Budget(tokens: 1_500))
    let cost = try #require(try TrimPolicy().cost(of: plan, call, pricing))
    let answered = try #require(
      call.conversation.groups.last { call.conversation.messages[$0.messages.lowerBound].role == .assistant })
    let total = call.counts.total.tokens
    let known = call.counts.messages[..<answered.messages.lowerBound].reduce(call.counts.fixed - 3) { $0 + $1.tokens }
    let usage = try Usage(
      input: total, counting: .includesCached, cachedRead: known,
      cacheWrites: [CacheWrite(total - known, for: .fiveMinutes)])
    #expect(cost.whole.now == (try pricing.rate.cost(of: usage)))
    #expect(cost.grossSaving == pricing.rate.input * (total - plan.after.tokens))
    #expect(cost.grossSaving > cost.savedNow, "gross is what it would be if nothing were cached")
  }

  @Test func `a sliding window says that it does not pay where everything is cached, a step window that it does`()
    throws
  {
    let trace = SyntheticTrace(seed: 6, turns: 40)
    let call = try counted(trace.payload(.max))
    let pricing = try pricing("claude-sonnet-4-6")
    let sliding = TrimPolicy(window: .sliding)
    let slid = try #require(try sliding.cost(of: sliding.plan(call, within: Budget(tokens: 4_000)), call, pricing))
    #expect(slid.breakEven == .never)
    #expect(slid.savedNow.isNegative && slid.grossSaving > .zero)
    let plan = TrimPolicy().plan(call, within: Budget(tokens: 4_000))
    let stepped = try #require(try TrimPolicy().cost(of: plan, call, pricing))
    #expect(stepped.savedNext > .zero)
  }

  @Test(arguments: ["claude-sonnet-4-6", "gpt-5.4", "gpt-6.1-sol", "claude-haiku-4-5"])
  func `a cut that does not pay back in time is put off, and made as soon as it does`(model: String) throws {
    let pricing = try pricing(model)
    var (puttings, cuts) = (0, 0)
    for turns in 12...20 {
      let call = try counted(SyntheticTrace(seed: 9, turns: turns).payload(.max))
      let budget = Budget(tokens: call.counts.total.tokens - 40)
      let sent =
        call.conversation.groups.count { call.conversation.messages[$0.messages.lowerBound].role == .assistant } + 1
      let never = policy(PayBack(expecting: 1, most: 1_000_000, pricing: pricing)).plan(call, within: budget)
      guard never.status == .putOff else { continue }
      puttings += 1
      #expect(try never.applied(to: call.conversation) == call.conversation.document.bytes)
      let cost = try #require(
        try policy(PayBack(expecting: 1, most: 1_000_000, pricing: pricing)).cost(of: never, call, pricing))
      guard case .after(let requests) = cost.breakEven else { continue }
      cuts += 1
      let inTime = policy(PayBack(expecting: sent + requests, most: 1_000_000, pricing: pricing)).plan(
        call, within: budget)
      let tooLate = policy(PayBack(expecting: sent + requests - 1, most: 1_000_000, pricing: pricing)).plan(
        call, within: budget)
      #expect(inTime.status == .trimmed)
      #expect(tooLate.status == .putOff)
    }
    #expect(puttings > 3 && (cuts > 3 || model == "claude-haiku-4-5"))
  }

  @Test(arguments: [1, 12, 90], TrimPolicy.samples.indices)
  func `nothing is over what may be sent at most, and what is over the budget says so`(
    requests: Int, number: Int
  ) throws {
    let pricing = try pricing("claude-sonnet-4-6")
    let call = try counted(SyntheticTrace(seed: 2, turns: 9).payload(.max))
    for (tokens, most) in [(500, 900), (700, 700), (900, 5_000)] {
      var policy = TrimPolicy.samples[number]
      policy.payBack = PayBack(expecting: requests, most: most, pricing: pricing)
      let plan = policy.plan(call, within: Budget(tokens: tokens), ranking: sampleRanking(of: call))
      #expect(plan.status == .cannotFit || plan.after.tokens <= max(tokens, most))
      #expect((plan.status == .putOff) == (plan.after.tokens > tokens) || plan.status == .cannotFit)
      let again = policy.plan(call, within: Budget(tokens: tokens), ranking: sampleRanking(of: call))
      #expect(again.decisions == plan.decisions)
    }
  }

  @Test(arguments: ["claude-sonnet-4-6", "gpt-5.4"], [6, 20, 60])
  func `two calls on the same growing history put off the same cuts`(model: String, requests: Int) throws {
    let trace = SyntheticTrace(seed: 14, turns: 12)
    let puttingOff = policy(PayBack(expecting: requests, most: 1_000_000, pricing: try pricing(model)))
    #expect(try brokenPrefixes(puttingOff, trace) <= brokenPrefixes(TrimPolicy(), trace))
  }

  /// How many calls of a growing history do not begin with what the call before sent.
  private func brokenPrefixes(_ policy: TrimPolicy, _ trace: SyntheticTrace) throws -> Int {
    var (last, breaks): ([UInt8], Int) = ([], 0)
    for length in try trace.callLengths {
      let call = try counted(trace.payload(length))
      let plan = policy.plan(call, within: Budget(tokens: 900))
      let written = try Conversation(parsing: plan.applied(to: call.conversation))
      let messages = written.messages.map { Array($0.value.rawBytes) + [0] }.joined()
      if !messages.starts(with: last) { breaks += 1 }
      last = Array(messages)
    }
    return breaks
  }

  @Test func `a history that no cut makes smaller is too long, whatever is expected`() throws {
    let call = try counted(#"[{"role":"user","content":"\#(String(repeating: "berth ", count: 400))"}]"#)
    let plan = policy(PayBack(expecting: 99, most: 100_000, pricing: try pricing("gpt-5.4"))).plan(
      call, within: Budget(tokens: 200))
    #expect(plan.status == .cannotFit)
  }

  @Test func `behind the cache's lifetime a cut costs nothing and is made`() throws {
    let rate = try RateCatalogue.builtIn.rate(for: "claude-sonnet-4-6")
    let call = try counted(SyntheticTrace(seed: 9, turns: 16).payload(.max))
    let budget = Budget(tokens: call.counts.total.tokens - 40)
    for (idle, status) in [(299, TrimPlan.Status.putOff), (300, .trimmed)] {
      let pricing = TrimPricing(rate: rate, terms: try rate.cacheTerms(), idleSeconds: idle)
      let plan = policy(PayBack(expecting: 1, most: 1_000_000, pricing: pricing)).plan(call, within: budget)
      #expect(plan.status == status)
    }
  }

  @Test func `what fits has no cost, and without a cache what is not sent is saved`() throws {
    let call = try counted(SyntheticTrace(seed: 3, turns: 6).payload(.max))
    let rate = try RateCatalogue.builtIn.rate(for: "gpt-5.4")
    let pricing = TrimPricing(rate: rate, terms: .none)
    let policy = TrimPolicy()
    #expect(try policy.cost(of: policy.plan(call, within: Budget(tokens: 1 << 20)), call, pricing) == nil)
    let plan = policy.plan(call, within: Budget(tokens: 900))
    let cost = try #require(try policy.cost(of: plan, call, pricing))
    #expect(cost.savedNow == cost.grossSaving)
    #expect(cost.breakEven == .atOnce)
  }

  @Test func `a price that is not known is no saving`() throws {
    let long = String(repeating: "berth ", count: 110_000)
    let call = try counted(
      #"[{"role":"user","content":"\#(long)"},{"role":"assistant","content":"Yes."},{"role":"user","content":"Which?"}]"#
    )
    let policy = TrimPolicy()
    let plan = policy.plan(call, within: Budget(tokens: 4_000))
    #expect(plan.status == .trimmed)
    #expect(throws: PricingError.self) { try policy.cost(of: plan, call, pricing("claude-haiku-5-5")) }
  }

  @Test func `the low watermark stays above what the provider caches`() {
    #expect(TrimPolicy.defaultLow(of: 10_000) == Share(thousandths: 200))
    #expect(TrimPolicy.defaultLow(of: 10_000, cachedFrom: 4_096) == Share(thousandths: 460))
    #expect(TrimPolicy.defaultLow(of: 10, cachedFrom: .max) == Share(thousandths: 600))
  }

  private func pricing(_ model: String) throws -> TrimPricing {
    let rate = try RateCatalogue.builtIn.rate(for: model)
    return TrimPricing(rate: rate, terms: try rate.cacheTerms())
  }

  private func policy(_ payBack: PayBack) -> TrimPolicy {
    var policy = TrimPolicy()
    policy.payBack = payBack
    return policy
  }
}
