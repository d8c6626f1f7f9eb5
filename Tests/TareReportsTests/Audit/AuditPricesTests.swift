import TareAudit
import TareModels
import TarePricing
import TarePrompts
import TareSavings
import TareText
import TareTokens
import Testing

@testable import TareReports

struct AuditPricesTests {
  static let models = ["gpt-5.4", "gpt-4o", "gpt-4", "claude-sonnet-4-6", "claude-haiku-5-5", "gpt-6.1-sol"]

  private static let padded = """
    | Signal           | Meaning                    | Action                       |
    |------------------|----------------------------|------------------------------|
    | hands-up         | somebody needs help        | stop and ask                 |
    | blocked          | the work cannot go on      | name what is missing         |

    """

  /// Prompts with a padded table, by the words in front of it.
  static let prompts: [String] =
    [0, 500, 985, 990, 1_000, 1_010, 1_020, 1_100, 5_000].map { words($0) + padded }
    + [words(2_000) + "{{who}}\n\n" + padded, "{{who}}\n\n" + words(2_000) + padded, padded + "\n{{who}}\n" + words(9)]

  private static func words(_ count: Int) -> String { String(repeating: "word ", count: count) + "\n\n" }

  private func prices(_ model: String) throws -> AuditPrices {
    let catalogue = try RateCatalogue.builtIn
    let rate = try catalogue.rate(for: model)
    return AuditPrices(PriceTag(rate, in: catalogue))
  }

  private func tokenizer(_ model: String) throws -> ModelTokenizer {
    try ModelTokenizer(for: ModelDirectory.builtIn.model(named: model))
  }

  private func text(_ prompt: String, _ model: String) throws -> String {
    let audit = AuditMaterial.report(
      [("p.md", prompt)], settings: AuditSettings(), counting: try tokenizer(model), and: [])
    return PricedAudit(audit, prices: try prices(model)).full()
  }

  @Test(arguments: models)
  func `a month costs what the requests of each file cost, and what nobody counted is not in it`(model: String) throws {
    let auditor = Auditor(RuleCatalogue.rules(), counting: try tokenizer(model), others: Encoding.inUse)
    let files = Self.prompts.enumerated().map { auditor.audit(path: "\($0).md", bytes: Array($1.utf8)) }
    let requests = ["0.md": 3, "2.md": 50_000, "5.md": 0, "9.md": 7]
    let prices = AuditPrices(try prices(model).tag, requestsByPath: requests)
    var sum = Money.zero
    for file in files {
      guard let count = requests[file.path], let one = prices.withoutWaste([file]) else { continue }
      sum = try sum + one.gross.delta * count
    }
    #expect(prices.monthWithoutWaste(files)?.gross.delta == sum)
    #expect(prices.lacksTraffic(files) && !prices.lacksTraffic([files[2]]))
    #expect(prices.monthWithoutWaste([files[1]]) == nil)
    let all = AuditPrices(prices.tag, requestsPerMonth: 1_000)
    #expect(try all.monthWithoutWaste(files) == all.withoutWaste(files)?.times(1_000))
  }

  @Test(arguments: models)
  func `the waste costs what a comparison with the mended prompt says is saved`(model: String) throws {
    let prices = try prices(model)
    let tokenizer = try tokenizer(model)
    let auditor = Auditor(RuleCatalogue.rules(), counting: tokenizer, others: Encoding.inUse)
    for prompt in Self.prompts {
      let fixed = try #require(auditor.fixed(path: "p.md", bytes: Array(prompt.utf8), upTo: .unsafe))
      let texts = try [fixed.before, fixed.after].map {
        PromptText(try PromptDocument(parsing: PromptFile(path: "p.md", source: $0)))
      }
      let report = try SavingsReport(
        comparing: [PromptPair(path: "p.md", before: texts[0], after: texts[1])], .init(base: "a", head: "b"),
        use: PromptUse(counting: tokenizer, price: prices.tag))
      let audit = auditor.audit(path: "p.md", bytes: Array(prompt.utf8))
      let change = try #require(prices.withoutWaste([audit]))
      #expect(audit.ledger.wasted > 0 && change.gross.delta.isNegative)
      // Estimates have one scale for the file in the one and for both versions in the other.
      guard tokenizer.estimate == nil else {
        #expect(report.perThousand?.gross.delta.isNegative == true)
        continue
      }
      #expect(try change.gross.delta * 1_000 == report.perThousand?.gross.delta)
      #expect(try change.net.map { try $0.delta * 1_000 } == report.perThousand?.net?.delta)
    }
  }

  @Test func `a prompt too short to be cached is told no cached figure`() throws {
    let short = try text(Self.padded, "gpt-5.4")
    #expect(short.contains("the waste costs $") && !short.contains("cache"))
    // A hit is a multiple of 128 tokens, so that a prompt at the edge of a step can become dearer.
    #expect(try text(Self.prompts[7], "gpt-5.4").contains("; with the cache, taking it out costs $"))
    #expect(try text(Self.prompts[7], "claude-sonnet-4-6").contains("; with the cache, $"))
    #expect(try !text("{{who}}\n\n" + Self.prompts[0], "gpt-5.4").contains("with the cache"))
  }

  @Test func `a mended prompt that is too short to be cached is dearer, and the report says so`() throws {
    let near = (960..<1_024).map { String(repeating: "word ", count: $0) + "\n\n" + Self.padded }
    let texts = try near.map { try text($0, "gpt-5.4") }
    #expect(texts.contains { $0.contains("taking it out costs $2") })
  }

  @Test func `a long request's waste has the price of long requests`() throws {
    let long = String(repeating: "word ", count: 280_000) + "\n\n" + Self.padded
    let audit = AuditMaterial.report([("p.md", long)], settings: AuditSettings(), and: [])
    let prices = try prices("gpt-6.1-sol")
    let wasted = audit.wasted
    let tier = try #require(prices.tag.rate.longContextTier(for: audit.sent))
    #expect(prices.withoutWaste(audit.files)?.gross.delta == -(tier.input * wasted))
    #expect(try text(long, "gpt-6.1-sol").contains("cache") == false)
  }

  @Test(arguments: models)
  func `a report with a price says of which day it is, whatever is priced`(model: String) throws {
    let volatile = try text("{{who}}\n" + String(repeating: "Answer from the handbook only.\n", count: 300), model)
    #expect(volatile.contains("CCH001") && volatile.contains("Prices of 2026-11-20; tokens "))
    #expect(try !text("Be brief.\n", model).contains("Prices of"))
  }

  @Test func `what a cache would take off is nothing where the model caches nothing so short`() throws {
    let settings = AuditSettings(cacheableMinimum: 40)
    let prompt = "{{who}}\n" + String(repeating: "Answer from the handbook only.\n", count: 20)
    let audit = AuditMaterial.report([("p.md", prompt)], settings: settings, and: [])
    let priced = PricedAudit(audit, prices: try prices("gpt-5.4")).full()
    #expect(priced.contains("tokens uncached)\n"))
    #expect(try text(prompt + Self.words(1_000), "gpt-5.4").contains(" tokens uncached, up to $2."))
  }

  @Test func `an estimated model has one measure throughout: the tokens that are shown are those that are priced`()
    throws
  {
    let tokenizer = try tokenizer("claude-opus-5")
    for prompt in Self.prompts {
      let audit = AuditMaterial.report([("p.md", prompt)], settings: AuditSettings(), counting: tokenizer, and: [])
      let plain = AuditMaterial.report([("p.md", prompt)], settings: AuditSettings(), and: [])
      let scale = tokenizer.scale(for: [Array(prompt.utf8)[...]])
      #expect(audit.basis == scale.basis && audit.sent == scale.modelTokens(plain.sent))
      #expect(audit.wasted == scale.modelTokens(plain.wasted))
      #expect(PricedAudit(audit).full().contains("(\(scale.basis) from o200k_base)"))
      let prices = try prices("claude-opus-5")
      let change = try #require(prices.withoutWaste(audit.files))
      #expect(change.gross.delta == -(prices.tag.rate.input * audit.wasted))
    }
  }
}
