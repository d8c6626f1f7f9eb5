import TarePricing
import TareText
import Testing

struct TrafficProfileTests {
  private func rate(_ model: String) throws -> Rate { try RateCatalogue.builtIn.rate(for: model) }

  private func profile(_ change: (inout TrafficProfile) throws -> Void) rethrows -> TrafficProfile {
    var profile = TrafficProfile()
    try change(&profile)
    return profile
  }

  private func net(_ model: String, _ prompt: PromptSize, _ profile: TrafficProfile, requests: Int) throws -> Money {
    let rate = try rate(model)
    return try rate.bill(of: prompt, in: profile, rate.cacheTerms(choosing: profile.cache)).cost(of: requests)
  }

  private func gross(_ model: String, _ prompt: PromptSize, _ profile: TrafficProfile, requests: Int) throws -> Money {
    try rate(model).bill(of: prompt, in: profile, .none).cost(of: requests)
  }

  @Test func `of requests behind cold pauses the stable start is written anew`() throws {
    // Sonnet 4.6: input 3, read 0.3, written for five minutes 3.75; a fifth of the pauses are longer.
    let prompt = PromptSize(3_000, stable: 2_000)
    let profile = try self.profile { $0.gaps = try GapPattern("60s:80,10m:20") }
    let warm = try Money(dollars: "0.0036")
    let cold = try Money(dollars: "0.0105")
    #expect(try net("claude-sonnet-4-6", prompt, profile, requests: 100) == (warm * 80 + cold * 20))
    #expect(try gross("claude-sonnet-4-6", prompt, profile, requests: 100) == Money(dollars: "0.9"))
    let stated = try self.profile { ($0.gaps, $0.cache) = (try GapPattern("60s:80,10m:20"), .lifetime(.oneHour)) }
    #expect(try net("claude-sonnet-4-6", prompt, stated, requests: 100) == warm * 100)
  }

  @Test func `pauses that are all cold make caching dearer than none`() throws {
    let profile = try self.profile { $0.gaps = try GapPattern("10m") }
    let prompt = PromptSize(6_000, stable: 6_000)
    #expect(
      try net("claude-sonnet-4-6", prompt, profile, requests: 10)
        > gross("claude-sonnet-4-6", prompt, profile, requests: 10))
  }

  @Test func `a conversation is billed as its simulation, request by request`() throws {
    let rate = try rate("claude-sonnet-4-6")
    let profile = self.profile {
      $0.shape = .conversation(turns: 40)
      ($0.newInputTokens, $0.outputTokens, $0.gaps) = (100, 250, .constant(seconds: 60))
    }
    let conversation = try SimulatedConversation(systemTokens: 800, userTokens: 100, assistantTokens: 250, turns: 40)
    let terms = try rate.cacheTerms()
    let bill = try ConversationSimulation(conversation, rate: rate, terms: terms).bill(
      .full, gaps: .constant(seconds: 60))
    let ours = try rate.bill(of: PromptSize(800, stable: 10), in: profile, terms)
    #expect(ours.total == bill.cost && ours.requests == 40)
    #expect(try ours.cost(of: 400) == bill.cost * 10)
  }

  @Test(arguments: ["claude-sonnet-4-6", "gpt-5.4", "gpt-6.1-sol", "gemini-2.5-pro"])
  func `shares of pauses are exact in conversations, in whatever order they stand`(model: String) throws {
    let rate = try rate(model)
    let terms = try rate.cacheTerms()
    let bill = { (gaps: String) in
      let profile = try self.profile {
        ($0.shape, $0.newInputTokens, $0.outputTokens) = (.conversation(turns: 9), 80, 200)
        $0.gaps = try GapPattern(gaps)
      }
      return try rate.bill(of: PromptSize(2_000, stable: 0), in: profile, terms).cost(of: 900)
    }
    let (warm, cold) = (try bill("1s"), try bill("48h"))
    #expect(try bill("1s:90,48h:10") * 10 == (warm * 9 + cold))
    #expect(try bill("1s:90,48h:10") == bill("48h:10,1s:90"))
    // What is drawn comes near to it, and is what the shares stand for.
    let conversation = try SimulatedConversation(
      systemTokens: 2_000, userTokens: 80, assistantTokens: 200, turns: 9)
    let drawn = try ConversationSimulation(conversation, rate: rate, terms: terms)
      .bill(.full, gaps: GapPattern("1s:90,48h:10", conversations: 20_000)).cost(of: 100)
    let exact = try bill("1s:90,48h:10")
    #expect(try (drawn - exact).magnitude * 50 < exact)
  }

  @Test func `a month has the requests of all its tasks and turns`() {
    #expect(profile { $0.perMonth = 7 }.requestsPerMonth == 7)
    #expect(profile { ($0.perMonth, $0.callsPerTask) = (7, 9) }.requestsPerMonth == 63)
    #expect(profile { ($0.perMonth, $0.shape) = (7, .conversation(turns: 5)) }.requestsPerMonth == 35)
    #expect(TrafficProfile().requestsPerMonth == nil)
    #expect(profile { ($0.perMonth, $0.callsPerTask) = (.max, 2) }.requestsPerMonth == .max)
  }

  @Test func `requests that are sent again are paid again, exactly`() throws {
    let prompt = PromptSize(1_000, stable: 0)
    let once = try gross("gpt-5.4", prompt, TrafficProfile(), requests: 1_000)
    let again = try gross("gpt-5.4", prompt, profile { $0.retriesPerMillion = 105_000 }, requests: 1_000)
    #expect(try again * 1_000 == once * 1_105)
  }

  @Test func `what has no known price is an error, never a saving`() throws {
    let prompt = PromptSize(2_000, stable: 2_000)
    let batch = profile { $0.processing = .batch }
    #expect(try gross("gpt-5.4", prompt, batch, requests: 1) < gross("gpt-5.4", prompt, TrafficProfile(), requests: 1))
    #expect(throws: PricingError.self) { try net("gpt-5.4", prompt, batch, requests: 1) }
    #expect(throws: PricingError.self) {
      try gross("gpt-5.4", prompt, profile { $0.tier = "priority" }, requests: 1)
    }
    let inBatch = profile { ($0.shape, $0.processing) = (.conversation(turns: 2), .batch) }
    #expect(throws: PricingError.self) { try gross("gpt-5.4", prompt, inBatch, requests: 1) }
  }

  @Test(arguments: ["gpt-5.4", "gpt-6.1-sol", "claude-sonnet-4-6", "claude-haiku-4-5", "gemini-2.5-pro"])
  func `a change that the cache shares whole is rewritten for nothing, and no rewriting is below nothing`(
    model: String
  ) throws {
    let rate = try rate(model)
    let terms = try rate.cacheTerms()
    for stable in [0, 500, 1_024, 1_500, 4_096, 9_000] {
      let prompt = PromptSize(10_000, stable: stable)
      let none = try rate.costOfRewriting(prompt, after: nil, sharing: 0, in: TrafficProfile(), terms)
      #expect(try rate.costOfRewriting(prompt, after: prompt, sharing: stable, in: TrafficProfile(), terms) == .zero)
      for shared in [0, 100, 2_000, 20_000] {
        let longer = PromptSize(30_000, stable: 20_000)
        let once = try rate.costOfRewriting(prompt, after: longer, sharing: shared, in: TrafficProfile(), terms)
        #expect(!once.isNegative && once <= none)
        // No entry ends where a shortened prompt does.
        if case .breakpoints = terms { #expect(once == none) }
      }
    }
  }

  @Test(arguments: ["gpt-5.4", "gpt-4o", "gemini-2.5-pro", "deepseek-v4-flash"])
  func `without a cache a shorter prompt is never dearer`(model: String) throws {
    for profile in [TrafficProfile(), profile { ($0.shape, $0.outputTokens) = (.conversation(turns: 7), 90) }] {
      var last = Money.zero
      for tokens in stride(from: 0, through: 3_000, by: 125) {
        let cost = try gross(model, PromptSize(tokens, stable: tokens), profile, requests: 1_000)
        #expect(cost >= last)
        last = cost
      }
    }
  }
}
