import TarePricing
import Testing

struct ConversationSimulationTests {
  private let catalogue: RateCatalogue

  init() throws { catalogue = try RateCatalogue.builtIn }

  private func simulation(_ model: String, cache: String, turns: Int = 40) throws -> ConversationSimulation {
    let rate = try catalogue.rate(for: model)
    var terms = CacheTerms.none
    if cache != "none" {
      let lifetime: CacheLifetime = try #require(CacheLifetime(cache))
      terms = try rate.cacheTerms(for: lifetime)
    }
    let conversation = try SimulatedConversation(
      systemTokens: 800, userTokens: 100, assistantTokens: 250, turns: turns)
    return ConversationSimulation(conversation, rate: rate, terms: terms)
  }

  @Test func `every recorded conversation has the same tokens and the same cost`() throws {
    #expect(SimulationCase.all.count == 288)
    for recorded in SimulationCase.all {
      let bill = try simulation(recorded.model, cache: recorded.cache).bill(
        recorded.policy, gaps: .listed(recorded.gaps))
      #expect(bill.numbers == recorded.numbers, "\(recorded)")
      #expect(bill.cost.decimalText == recorded.usd, "\(recorded)")
    }
  }

  @Test func `trimming each turn doubles a bill that caching had halved, and trimming in bulk does not`() throws {
    let sonnet = try simulation("claude-sonnet-4-6", cache: "5m")
    let comparison = try PolicyComparison(
      sonnet, policies: [.sliding(limit: 4_000), .watermark(high: 4_000, low: 2_000)], gaps: .constant(seconds: 60))
    #expect(comparison.bills.map(\.cost.decimalText) == ["0.2953275", "0.60153", "0.2679675"])
    #expect(comparison.bills.map { comparison.changeInThousandths($0) } == [0, 1_037, -93])
    #expect((comparison.baseline, comparison.cheapest) == (0, 2))
  }

  /// Of the live-chat table: dollars for 10,000 conversations, from 2,000 drawn ones.
  @Test(arguments: [
    ("claude-sonnet-4-6", "none", ["$10,770", "$5,562", "$4,722", "$7,190", "$4,722", "$5,259", "$5,726", "$10,770"]),
    ("gpt-5.4", "5m", ["$3,999", "$4,605", "$2,745", "$3,281", "$2,498", "$3,181", "$5,153", "$2,471"]),
    ("gpt-5.4", "24h", ["$2,676", "$4,534", "$2,379", "$2,526", "$2,379", "$2,803", "$5,141", "$2,676"]),
    ("gpt-6.1-sol", "30m", ["$2,178", "$4,022", "$1,846", "$2,006", "$1,738", "$2,160", "$4,165", "$1,654"]),
    ("claude-sonnet-4-6", "5m", ["$4,999", "$6,128", "$3,255", "$4,000", "$2,875", "$3,740", "$6,264", "$2,809"]),
    ("claude-sonnet-4-6", "1h", ["$3,802", "$8,708", "$3,369", "$3,604", "$3,245", "$3,790", "$8,034", "$3,177"]),
    ("claude-sonnet-5-5", "5m", ["$3,086", "$3,585", "$1,999", "$2,490", "$1,791", "$2,336", "$3,610", "$1,768"]),
    ("claude-haiku-4-5", "5m", ["$1,826", "$1,854", "$1,574", "$1,598", "$1,490", "$1,753", "$1,909", "$1,484"]),
    ("gemini-2.5-pro", "5m", ["$2,270", "$2,591", "$1,735", "$1,912", "$1,684", "$1,973", "$3,031", "$1,628"]),
  ])
  func `a month of live chats costs what another program works out`(
    model: String, cache: String, monthly: [String]
  ) throws {
    let simulation = try simulation(model, cache: cache)
    let bills = try Self.policies.map { try simulation.bill($0, gaps: .drawn(.liveChat, conversations: 2_000)) }
    #expect(bills.map { $0.cost(of: 10_000).formatted(places: 0) } == monthly)
  }

  @Test func `tickets, and an agent's loop in which nothing expires`() throws {
    let sonnet = try simulation("claude-sonnet-4-6", cache: "5m")
    let tickets = try Self.policies.map { policy in
      try sonnet.bill(policy, gaps: .drawn(.ticket, conversations: 2_000)).cost(of: 10_000).formatted(places: 0)
    }
    #expect(tickets == ["$10,041", "$6,401", "$4,665", "$6,870", "$3,729", "$5,183", "$6,312", "$3,728"])
    for policy in Self.policies {
      let drawn = try sonnet.bill(policy, gaps: .drawn(.agentLoop, conversations: 50))
      #expect(try drawn.costPerConversation == sonnet.bill(policy, gaps: .constant(seconds: 60)).cost)
    }
  }

  static let policies: [HistoryPolicy] = [
    .full, .sliding(limit: 4_000), .watermark(high: 4_000, low: 2_000), .watermark(high: 7_500, low: 3_700),
    .watermark(high: 4_000, low: 2_000, alsoWhenCold: true), .summaryOnOverflow(high: 4_000, low: 2_000),
    .summaryEachTurn(keeping: 3), .whenCold(low: 2_000),
  ]

  @Test func `an automatic cache that grants some hits costs between one that grants all and one that grants none`()
    throws
  {
    let whole = try simulation("gpt-5.4", cache: "5m")
    let gaps = try GapPattern.constant(seconds: 60).repeated(500)
    func bill(_ percent: Int) throws -> SimulatedBill {
      let terms = try #require(whole.terms.granting(percent))
      return try ConversationSimulation(whole.conversation, rate: whole.rate, terms: terms).bill(.full, gaps: gaps)
    }
    let bills = try [0, 30, 80, 100].map(bill)
    #expect(bills.map(\.cost) == bills.map(\.cost).sorted(by: >))
    #expect(bills[0].tokens.read == 0)
    #expect(try bills[3].costPerConversation == whole.bill(.full, gaps: .constant(seconds: 60)).cost)
    // 80 of 100, give or take what chance does to 19,500 requests.
    #expect(789...811 ~= bills[2].hits * 1_000 / bills[3].hits)
    #expect(CacheTerms.none.granting(50) == nil)
  }

  @Test func `a conversation in which nothing fits still sends its newest message`() throws {
    let bill = try simulation("gpt-5.4", cache: "5m").bill(.sliding(limit: 0), gaps: .constant(seconds: 0))
    #expect(bill.tokens.uncached + bill.tokens.read == 40 * 900)
    #expect(bill.fewestKeptTurns == 0)
  }

  @Test func `long requests are billed at the prices of long requests`() throws {
    let conversation = try SimulatedConversation(
      systemTokens: 271_000, userTokens: 1_000, assistantTokens: 0, turns: 2)
    let plain = ConversationSimulation(conversation, rate: try catalogue.rate(for: "gpt-5.4"), terms: .none)
    // 272,000 tokens at 2.5 and 273,000 at 5.
    #expect(try plain.bill(.full, gaps: .constant(seconds: 1)).cost.decimalText == "2.045")
    let cached = ConversationSimulation(
      conversation, rate: plain.rate, terms: .automatic(AutomaticCaching(minimumTokens: 1_024)))
    let error = #expect(throws: SimulationError.self) { try cached.bill(.full, gaps: .constant(seconds: 1)) }
    #expect(error?.description == "gpt-5.4 has no known price for cached input from 272001 input tokens on")
  }

  @Test func `of equal bills the one that keeps most is recommended`() throws {
    let comparison = try PolicyComparison(
      simulation("gpt-5.4", cache: "5m", turns: 3), policies: [.sliding(limit: 9_000), .sliding(limit: 9_000), .full],
      gaps: .constant(seconds: 60))
    #expect(comparison.bills.map(\.policy) == [.sliding(limit: 9_000), .full])
    #expect(comparison.cheapest == 0)
  }
}

/// Laws over conversations, terms and policies that nobody chose.
struct SimulationLawTests {
  @Test(arguments: 0..<60)
  func `the simulation agrees with one that keeps whole prompts`(seed: Int) throws {
    var draw = Draw(seed: seed)
    let rate = try RateCatalogue.builtIn.rate(for: "claude-sonnet-4-6")
    for _ in 0..<12 {
      let (conversation, terms, policy) = (try draw.conversation(), draw.terms(), draw.policy())
      let gaps = (0..<40).map { _ in draw.below(700) }
      let bill = try ConversationSimulation(conversation, rate: rate, terms: terms).bill(policy, gaps: .listed(gaps))
      let expected = BlockwiseSimulation(conversation, terms, policy, gaps: gaps)
      #expect(bill.numbers == expected.numbers, "\(policy) \(terms) \(conversation) \(gaps)")
    }
  }

  @Test(arguments: 0..<40)
  func `input is what is uncached, read and written, and without a cache dropping never costs more`(seed: Int) throws {
    var draw = Draw(seed: 1_000 + seed)
    let rate = try RateCatalogue.builtIn.rate(for: "claude-sonnet-4-6")
    let (conversation, terms) = (try draw.conversation(), draw.terms())
    let gaps = GapPattern.listed((0..<40).map { _ in draw.below(700) })
    let policies = (0..<6).map { _ in draw.policy() }
    let plain = ConversationSimulation(conversation, rate: rate, terms: .none)
    let cached = ConversationSimulation(conversation, rate: rate, terms: terms)
    let whole = try plain.bill(.full, gaps: gaps)
    for policy in policies {
      let bill = try cached.bill(policy, gaps: gaps)
      if case .whenCold = policy { continue }
      if case .watermark(_, _, true) = policy { continue }
      let uncached = try plain.bill(policy, gaps: gaps)
      #expect(bill.tokens.uncached + bill.tokens.read + bill.tokens.written == uncached.tokens.uncached)
      #expect(uncached.tokens.uncached <= whole.tokens.uncached || uncached.tokens.summaryOutput > 0)
      if uncached.tokens.summaryOutput == 0 { #expect(uncached.cost <= whole.cost) }
    }
    let comparison = try PolicyComparison(cached, policies: policies, gaps: gaps)
    #expect(comparison.bills.allSatisfy { comparison.bills[comparison.cheapest].cost <= $0.cost })
    #expect(comparison.bills[comparison.baseline].policy == .full)
  }
}

/// Conversations, terms and policies from a seed.
private struct Draw {
  private var state: UInt64

  init(seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }

  mutating func conversation() throws -> SimulatedConversation {
    let turns = (0...below(25)).map { _ in
      SimulatedConversation.Turn(
        userTokens: below(300), assistantTokens: below(500), userBlocks: 1 + (below(4) == 0 ? below(25) : 0))
    }
    return try SimulatedConversation(systemTokens: below(1_500), turns: turns)
  }

  mutating func terms() -> CacheTerms {
    let minimum = [0, 512, 1_024, 2_048][below(4)]
    let lifetime: CacheLifetime = below(2) == 0 ? .fiveMinutes : .thirtyMinutes
    switch below(5) {
    case 0: return .none
    case 1, 2:
      return .automatic(
        AutomaticCaching(minimumTokens: minimum, granularity: [1, 64, 128][below(3)], lifetime: lifetime))
    default:
      return .breakpoints(
        BreakpointCaching(
          minimumTokens: minimum, lookback: below(2) == 0 ? nil : 1 + below(20), lifetime: .fiveMinutes,
          marks: CacheMarks(rawValue: UInt8(below(4)))))
    }
  }

  mutating func policy() -> HistoryPolicy {
    let low = below(3_000)
    let high = low + below(3_000)
    return switch below(7) {
    case 0: .full
    case 1: .sliding(limit: high)
    case 2: .watermark(high: high, low: low)
    case 3: .watermark(high: high, low: low, alsoWhenCold: true)
    case 4: .whenCold(low: low)
    case 5: .summaryOnOverflow(high: high, low: low, .init(tokens: below(300), instructionTokens: below(80)))
    default: .summaryEachTurn(keeping: below(6), .init(tokens: below(300), instructionTokens: below(80)))
    }
  }
}
