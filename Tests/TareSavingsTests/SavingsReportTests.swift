import TareModels
import TarePricing
import TareSavings
import TareText
import TareTokens
import Testing

struct SavingsReportTests {
  private let catalogue: RateCatalogue

  init() throws { catalogue = try RateCatalogue.builtIn }

  /// A text of about `tokens` tokens that can be cut anywhere.
  private func text(_ words: Int) -> SourceText { SourceText(String(repeating: "word ", count: words)) }

  private func report(
    _ pairs: [PromptPair], model: String = "gpt-5.4", requestsPerMonth: Int? = nil
  ) throws -> SavingsReport {
    let rate = try catalogue.rate(for: model)
    var traffic = TrafficProfile()
    traffic.perMonth = requestsPerMonth
    return try SavingsReport(
      comparing: pairs, .init(base: "old", head: "new"),
      use: PromptUse(
        counting: ModelTokenizer(for: ModelDirectory.builtIn.model(named: model)),
        price: PriceTag(rate, in: catalogue), traffic: traffic))
  }

  private func pair(_ path: String, _ before: SourceText?, _ after: SourceText?, was: String? = nil) -> PromptPair {
    PromptPair(
      path: path, previousPath: was, before: before.map { PromptText($0) }, after: after.map { PromptText($0) })
  }

  private var everyKind: [PromptPair] {
    [
      pair("d.md", text(3_000), text(900)), pair("b.md", nil, text(77)), pair("c.md", text(31), nil),
      pair("a.md", text(10), text(10)), pair("e.md", text(5), text(6), was: "z.md"),
      pair("f.md", text(2_000), text(2_001)),
    ]
  }

  @Test(arguments: [
    "gpt-5.4", "gpt-4o", "gpt-4", "claude-sonnet-4-6", "claude-haiku-5-5", "deepseek-v4-flash", "gpt-6-luna",
  ])
  func `totals are the sums of the parts, in tokens and in money`(model: String) throws {
    let report = try report(everyKind, model: model, requestsPerMonth: 12_345)
    #expect(report.tokens?.before == report.prompts.map(\.tokens.before).reduce(0, +))
    #expect(report.tokens?.delta == report.prompts.map(\.tokens.delta).reduce(0, +))
    for (total, parts) in [
      (report.perThousand, report.prompts.map(\.perThousand)), (report.perMonth, report.prompts.map(\.perMonth)),
    ] {
      #expect(try total?.gross.delta == Money.sum(of: parts.compactMap { $0?.gross.delta }))
      #expect(try total?.gross.before == Money.sum(of: parts.compactMap { $0?.gross.before }))
      guard let cached = total?.net else { continue }
      #expect(try cached.delta == Money.sum(of: parts.compactMap { $0?.net?.delta }))
    }
  }

  @Test func `the cost of a prompt is its tokens times the price`() throws {
    let report = try report([pair("p.md", text(100), text(50))], requestsPerMonth: 3)
    let prompt = try #require(report.prompts.first)
    let price = try TokenPrice(perMillion: "2.5")
    #expect(prompt.perThousand?.gross.before == price * (prompt.tokens.before * 1_000))
    #expect(prompt.perThousand?.gross.after == price * (prompt.tokens.after * 1_000))
    #expect(prompt.perMonth?.gross.delta == price * (prompt.tokens.delta * 3))
  }

  /// What 1,000 requests cost of which `read` tokens are read from the cache and the others are not.
  private func cost(of tokens: Int, reading read: Int) throws -> Money {
    try TokenPrice(perMillion: "0.25") * (read * 1_000) + TokenPrice(perMillion: "2.5") * ((tokens - read) * 1_000)
  }

  @Test func `whole steps of a stable start are read from the cache from the model's minimum on`() throws {
    for words in [1_000, 1_020, 1_024, 1_030, 1_151, 1_152, 2_000] {
      let report = try report([pair("p.md", nil, text(words))])
      let tokens = try #require(report.prompts.first?.tokens.after)
      let read = tokens >= 1_024 ? tokens / 128 * 128 : 0
      #expect(try report.prompts.first?.perThousand?.net?.after == cost(of: tokens, reading: read))
    }
  }

  @Test func `what follows a placeholder is never read from the cache`() throws {
    let source = text(3_000)
    let before = PromptText(source, stableLength: source.utf8.count / 2)
    let report = try report([PromptPair(path: "p.md", before: before, after: PromptText(source))])
    // The same text on both sides is unchanged, whatever is known of its placeholders.
    #expect(report.prompts.isEmpty && report.unchangedCount == 1)
    let split = try self.report([PromptPair(path: "p.md", before: nil, after: before)])
    let prompt = try #require(split.prompts.first)
    let stable = prompt.stableTokens.after
    #expect(stable < prompt.tokens.after)
    #expect(
      try prompt.perThousand?.net?.after == cost(of: prompt.tokens.after, reading: stable / 128 * 128))
  }

  @Test func `a shorter prompt that falls below the cache minimum costs more, and the report says so`() throws {
    let report = try report([pair("p.md", text(1_200), text(800))])
    let prompt = try #require(report.prompts.first)
    #expect(prompt.notices == [.fallsBelowCacheFloor(minimum: 1_024)])
    #expect(prompt.perThousand?.gross.delta.isNegative == true)
    #expect(prompt.perThousand?.net?.delta.isNegative == false)
    let longer = try self.report([pair("p.md", text(800), text(1_200))])
    #expect(longer.prompts.first?.notices == [.reachesCacheFloor(minimum: 1_024)])
  }

  @Test func `a minimum holds in the model's own tokens`() throws {
    // 900 tokens of o200k_base are estimated at about 1,424 of this model, above its minimum of 1,024.
    let report = try report([pair("p.md", text(2_000), text(900))], model: "claude-opus-4-8")
    #expect(report.prompts.first?.notices == [])
  }

  @Test func `a price that is not known is left out, never taken as free`() throws {
    let report = try report(everyKind, model: "gpt-4")
    #expect(report.perThousand?.net == nil)
    #expect(report.prompts.allSatisfy { $0.perThousand?.net == nil && $0.perThousand?.gross != nil })
  }

  @Test func `a prompt beyond a long-context threshold is dearer as a whole`() throws {
    let report = try report([pair("p.md", text(99_000), text(101_000))], model: "gpt-4o")
    #expect(report.prompts.first?.notices == [])
    let haiku = try self.report([pair("p.md", text(60_000), text(70_000))], model: "claude-haiku-5-5")
    let prompt = try #require(haiku.prompts.first)
    #expect(prompt.notices == [.entersLongContext(from: 100_001)])
    #expect(prompt.perThousand?.net == nil)
    #expect(prompt.perThousand?.gross.after == (try TokenPrice(perMillion: "0.5")) * (prompt.tokens.after * 1_000))
  }

  @Test func `a prompt that no request can hold is a notice`() throws {
    let report = try report([pair("p.md", text(100), text(9_000))], model: "gpt-4")
    #expect(report.prompts.first?.notices == [.exceedsInputLimit(limit: 8_192)])
  }

  @Test func `new, gone and renamed prompts are called so and have no share where none is`() throws {
    let report = try report(everyKind)
    #expect(report.prompts.map(\.path) == ["b.md", "c.md", "d.md", "e.md", "f.md"])
    #expect(report.prompts.map(\.change) == [.new, .gone, .changed, .renamed, .changed])
    #expect(report.prompts[0].tokens.changeInThousandths == nil)
    #expect(report.prompts[0].sharedPrefix == nil)
    #expect(report.unchangedCount == 1)
  }

  @Test func `no volume, no month`() throws {
    #expect(try report(everyKind).perMonth == nil)
    var traffic = TrafficProfile()
    traffic.perMonth = 10
    let tokensOnly = try SavingsReport(
      comparing: everyKind, .init(base: "a", head: "b"),
      use: PromptUse(counting: ModelTokenizer(.o200kBase), price: nil, traffic: traffic))
    #expect(tokensOnly.perMonth == nil && tokensOnly.perThousand == nil)
  }

  private func report(
    _ pairs: [PromptPair], model: String, _ change: (inout TrafficProfile) throws -> Void
  ) throws -> SavingsReport {
    var traffic = TrafficProfile()
    try change(&traffic)
    return try SavingsReport(
      comparing: pairs, .init(base: "old", head: "new"),
      use: PromptUse(
        counting: ModelTokenizer(for: ModelDirectory.builtIn.model(named: model)),
        price: PriceTag(try catalogue.rate(for: model), in: catalogue), traffic: traffic))
  }

  @Test func `in batch the net cost is the gross one, whatever the pauses`() throws {
    for gaps in ["1s", "10m"] {
      let report = try report([pair("p.md", text(2_001), text(1_501))], model: "gpt-4o") {
        ($0.perMonth, $0.processing, $0.gaps) = (1_000, .batch, try GapPattern(gaps))
      }
      let cost = try #require(report.prompts.first?.perMonth)
      #expect(cost.net == cost.gross && cost.net?.delta.isNegative == true)
    }
  }

  @Test func `where every request is cold a change costs nothing once`() throws {
    let pairs = [pair("p.md", text(2_000), SourceText("Other " + String(repeating: "word ", count: 2_000)))]
    let cold = try report(pairs, model: "gpt-6.1-sol") { $0.gaps = try GapPattern("1h") }
    #expect(cold.prompts.first?.rewriting == .zero)
    let warm = try report(pairs, model: "gpt-6.1-sol") { $0.gaps = try GapPattern("1m") }
    #expect(try #require(warm.prompts.first?.rewriting) > .zero)
  }

  @Test func `in a conversation all that was said behind a change is written anew`() throws {
    let pairs = [pair("p.md", text(2_000), SourceText("Other " + String(repeating: "word ", count: 2_000)))]
    func once(_ turns: Int) throws -> Money {
      let report = try report(pairs, model: "gpt-6.1-sol") {
        ($0.shape, $0.newInputTokens, $0.outputTokens) = (.conversation(turns: turns), 100, 250)
      }
      return try #require(report.prompts.first?.rewriting)
    }
    #expect(try once(1) == .zero)
    #expect(try once(2) < once(3) && once(3) < once(40))
  }

  @Test func `a month nobody could pay is an error, not a wrapped number`() throws {
    let json = """
      {"schemaVersion": 1, "date": "2026-11-20", "source": "test", "currency": "USD", "unit": "million tokens",
       "models": [{"model": "gold", "provider": "p", "prices": {"input": "10000000000"}, "source": {"record": "r"}}]}
      """
    let gold = try RateCatalogue(parsing: Array(json.utf8))
    let tag = PriceTag(try gold.rate(for: "gold"), in: gold)
    var traffic = TrafficProfile()
    traffic.perMonth = .max
    let use = PromptUse(counting: ModelTokenizer(.o200kBase), price: tag, traffic: traffic)
    #expect(throws: PricingError.overflow) {
      try SavingsReport(comparing: everyKind, .init(base: "a", head: "b"), use: use)
    }
  }
}

struct SharedPrefixTests {
  private func prefix(_ before: String, _ after: String) throws -> SharedPrefix {
    let report = try SavingsReport(
      comparing: [
        PromptPair(path: "p", before: PromptText(SourceText(before)), after: PromptText(SourceText(after)))
      ], .init(base: "a", head: "b"), use: PromptUse(counting: ModelTokenizer(.o200kBase), price: nil))
    return try #require(report.prompts.first?.sharedPrefix)
  }

  @Test(arguments: [
    ("abc", "abd", 2), ("", "x", 0), ("x", "", 0), ("same start, old", "same start, new", 12), ("ab", "abc", 2),
    ("line\nx", "line\ny", 5),
  ])
  func `the first change is the first byte that differs`(before: String, after: String, offset: Int) throws {
    #expect(try prefix(before, after).firstChange == offset)
  }

  @Test func `only whole tokens that both texts begin with are shared`() throws {
    // Every cut of a text: what is shared is never more than the tokens of either side.
    let text = "You are a careful assistant. Answer briefly, naïvely — in 日本語 if asked. 👩‍👩‍👧"
    let all = Tokenizer(.o200kBase).count(text)
    for end in text.unicodeScalars.indices.dropFirst() {
      let shared = try prefix(String(text[..<end]) + "#", text)
      #expect(shared.tokens <= all)
      #expect(shared.tokens <= Tokenizer(.o200kBase).count(String(text[..<end]) + "#"))
    }
  }

  @Test func `a place is shown by line and column of the text after`() throws {
    #expect(try prefix("a\nbc\nd", "a\nbX\nd").location == SourceLocation(line: 2, column: 2))
  }
}
