import TarePricing
import Testing

struct HistoryPolicyTests {
  @Test(arguments: [
    "full", "sliding:4000", "watermark:4000:2000", "watermark-cold:4000:2000", "cold:2000", "summary:4000:2000",
    "summary:4000:2000:300", "summary:4000:2000:300:10", "summary-each-turn:3", "summary-each-turn:3:200:10",
    "sliding:0",
  ])
  func `a policy is read and written`(text: String) throws {
    #expect(try #require(HistoryPolicy(text)).description == text)
  }

  @Test(arguments: [
    "", ":", "full:1", "sliding", "sliding:", "sliding:-1", "sliding:+1", "sliding:4k", "watermark:1",
    "watermark:1:2:3",
    "Full", "cold:1:2", "summary:1", "summary:1:2:3:4:5", "summary-each-turn", "sliding:99999999999999999999",
  ])
  func `what is no policy is none`(text: String) {
    #expect(HistoryPolicy(text) == nil)
  }
}

struct GapPatternTests {
  @Test(arguments: [("60s", 60), ("0s", 0), ("10m", 600), ("2h", 7_200)])
  func `one pause`(text: String, seconds: Int) throws {
    #expect(try GapPattern(text) == .constant(seconds: seconds))
  }

  @Test func `a histogram is that of its preset`() throws {
    #expect(
      try GapPattern("60s:15,4m:15,10m:20,25m:15,45m:10,2h:15,10h:10", conversations: 7)
        == .drawn(.ticket, conversations: 7))
    #expect(try GapPattern("live-chat") == .drawn(.liveChat, conversations: 2_000))
  }

  @Test(arguments: [
    "", "60", "s", "-1s", "+1s", "1d", "60s:", "60s:99", "60s:101", "60s:50,90s:51", "60s:50,,90s:50",
    "60s:-10,90s:110",
    "9999999999h", "99999999999999999999s", "office", "٣s", "88000h",
  ])
  func `what is no pattern of pauses is an error`(text: String) {
    #expect(throws: SimulationError.self) { try GapPattern(text) }
  }

  @Test func `shares that are no whole are named`() {
    let error = #expect(throws: SimulationError.self) { try GapPattern("60s:50,90s:51") }
    #expect(error?.description == "the shares of the pauses are 101 percent together, not 100")
  }
}

struct SimulationRangeTests {
  private func bill(_ policy: HistoryPolicy, gaps: GapPattern = .constant(seconds: 1)) throws -> SimulatedBill {
    try ConversationSimulation(
      SimulatedConversation(systemTokens: 1, userTokens: 1, assistantTokens: 1, turns: 2),
      rate: RateCatalogue.builtIn.rate(for: "gpt-5.4"), terms: .none
    ).bill(policy, gaps: gaps)
  }

  @Test(arguments: [(0, 1), (10_001, 1), (1, -1), (1, 100_000_001), (-5, 1), (.max, 1), (1, .max), (1, .min)])
  func `a conversation that nobody has is refused`(turns: Int, tokens: Int) {
    #expect(throws: SimulationError.self) {
      try SimulatedConversation(systemTokens: 1, userTokens: tokens, assistantTokens: 1, turns: turns)
    }
    #expect(throws: SimulationError.self) { try SimulatedConversation(systemTokens: 1, turns: []) }
  }

  @Test func `policies and pauses out of range are refused`() {
    #expect(throws: SimulationError.self) { try bill(.watermark(high: 1, low: 2)) }
    #expect(throws: SimulationError.self) { try bill(.sliding(limit: -1)) }
    #expect(throws: SimulationError.self) { try bill(.summaryEachTurn(keeping: .max)) }
    #expect(throws: SimulationError.self) { try bill(.full, gaps: .constant(seconds: -1)) }
    #expect(throws: SimulationError.self) { try bill(.full, gaps: .listed([1, .max])) }
    #expect(throws: SimulationError.self) { try bill(.full, gaps: .drawn(.ticket, conversations: 0)) }
    #expect(throws: SimulationError.self) { try bill(.full, gaps: .drawn(.ticket, conversations: .max)) }
  }

  @Test func `the largest conversation has an exact bill, and one beyond is an error`() throws {
    let conversation = try SimulatedConversation(
      systemTokens: 100_000_000, userTokens: 100_000_000, assistantTokens: 100_000_000, turns: 10_000)
    let rate = try RateCatalogue.builtIn.rate(for: "gpt-4")
    let simulation = ConversationSimulation(conversation, rate: rate, terms: .none)
    #expect(try simulation.bill(.full, gaps: .constant(seconds: 1)).cost.decimalText == "300090000000")
    #expect(throws: SimulationError.requests(1_000_000_000, limit: 50_000_000)) {
      try simulation.bill(.full, gaps: .drawn(.ticket, conversations: 100_000))
    }
    #expect(throws: SimulationError.pricing(.overflow)) {
      try simulation.bill(.full, gaps: .drawn(.ticket, conversations: 5_000))
    }
  }
}
