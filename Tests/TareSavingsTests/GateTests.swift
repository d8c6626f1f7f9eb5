import TareModels
import TarePricing
import TareSavings
import TareText
import TareTokens
import Testing

struct GateTests {
  private func text(_ words: Int) -> PromptText { PromptText(SourceText(String(repeating: "word ", count: words))) }

  private func report(
    _ pairs: [(String, Int?, Int?)], model: String = "gpt-5.4", perMonth: Int? = 1_000, unpriced: String? = nil
  ) throws -> SavingsReport {
    let catalogue = try RateCatalogue.builtIn
    var traffic = TrafficProfile()
    traffic.perMonth = perMonth
    let price = unpriced == nil ? PriceTag(try catalogue.rate(for: model), in: catalogue) : nil
    let use = PromptUse(
      counting: try ModelTokenizer(for: ModelDirectory.builtIn.model(named: model)), price: price, traffic: traffic,
      unpricedModel: unpriced)
    return try SavingsReport(
      comparing: pairs.map { PromptPair(path: $0.0, before: $0.1.map(text), after: $0.2.map(text)) },
      .init(base: "a", head: "b"), use: use)
  }

  private func judge(_ report: SavingsReport, _ gate: String, _ limit: String?, on day: String? = nil) throws
    -> [GateVerdict.Finding]
  {
    let id = try #require(Gate.ID(rawValue: gate))
    let setting = GateSetting(try Gate(id, limit: limit))
    let verdict = try #require(report.judged(by: [setting], on: day.flatMap { CalendarDate($0) }).verdicts.first)
    #expect(verdict.isFailure == !verdict.isPassed)
    return verdict.findings
  }

  @Test(arguments: Gate.ID.allCases)
  func `a gate is read as it is written`(id: Gate.ID) throws {
    let limits = ["50", "$12.5", "10%", "2.5%", "4000", "exact", "assumed", "500 tokens", "$0"]
    var taken = 0
    for limit in limits {
      guard let gate = try? Gate(id, limit: limit) else { continue }
      taken += 1
      #expect(gate.id == id)
      #expect(try Gate(id, limit: gate.limitText) == gate)
    }
    #expect(id == .unknownModel ? (try Gate(id, limit: nil)) == .unknownModel : taken > 0)
    for wrong in ["", "-1", "ten", "10 %", "1e3", "%", "10.55%", "$-3", "999999999999999999999999999999"] {
      #expect(throws: GateError.self) { try Gate(id, limit: wrong) }
    }
    if id != .unknownModel { #expect(throws: GateError.self) { try Gate(id, limit: nil) } }
  }

  @Test func `a month may cost just what the gate says`() throws {
    // 400 more tokens in each of 1,000 requests at $2.50 a million are one dollar.
    let report = try report([("a", 100, 300), ("b", 100, 300), ("c", 50, 50)])
    let delta = try #require(report.perMonth?.net?.delta)
    #expect(try judge(report, "monthly-increase", delta.decimalText).isEmpty)
    let less = try (delta - Money(dollars: "0.000001")).decimalText
    #expect(try judge(report, "monthly-increase", less).map(\.reason) == [.costsMore(delta)])
    let saving = try self.report([("a", 300, 100)])
    #expect(try judge(saving, "monthly-increase", "0").isEmpty)
  }

  @Test func `a month of which nobody knows the requests is no pass`() throws {
    let report = try report([("a", 100, 90)], perMonth: nil)
    #expect(try judge(report, "monthly-increase", "1000").map(\.reason) == [.undecided(.volume)])
    let unpriced = try self.report([("a", 100, 90)], unpriced: "nobody")
    #expect(try judge(unpriced, "monthly-increase", "1000").map(\.reason) == [.undecided(.price)])
    #expect(try judge(self.report([]), "monthly-increase", "0").isEmpty)
  }

  @Test func `growth is that of each prompt that was there, exactly`() throws {
    let report = try report([("a", 1_000, 1_100), ("b", 1_000, 1_101), ("new", nil, 9), ("gone", 9, nil)])
    let findings = try judge(report, "growth", "10%")
    #expect(findings.count == 1 && findings.first?.path == "b")
    guard case .grows(let share)? = findings.first?.reason else { throw TestFailure() }
    #expect(share == 101)
  }

  private struct TestFailure: Error {}

  @Test func `tokens and the share of the context window have limits for each prompt`() throws {
    let report = try report([("a", 10, 400), ("b", nil, 5_000), ("gone", 9_000, nil)], model: "gpt-4")
    let tokens = report.prompts.map(\.tokens.after)
    #expect(try judge(report, "prompt-tokens", "\(tokens[0])").map(\.path) == ["b"])
    #expect(try judge(report, "prompt-tokens", "\(tokens[1])").isEmpty)
    let share = (tokens[1] * 1_000 + 8_191) / 8_192
    let finding = GateVerdict.Reason.fills(perMille: share, of: 8_192)
    #expect(try judge(report, "context-share", "50%").map(\.reason) == [finding])
    #expect(try judge(report, "context-share", "90%").isEmpty)
    let unpriced = try self.report([("a", 1, 2)], unpriced: "nobody")
    #expect(try judge(unpriced, "context-share", "50%").map(\.reason) == [.undecided(.inputLimit)])
  }

  @Test func `a model without a price is found, and never saves`() throws {
    let unpriced = try report([("a", 900, 2)], unpriced: "nobody")
    #expect(try judge(unpriced, "unknown-model", nil).map(\.reason) == [.unknownModel("nobody")])
    #expect(unpriced.perThousand == nil && unpriced.perMonth == nil)
    #expect(try judge(unpriced, "claimed-saving", "1%").map(\.reason) == [.undecided(.price)])
    #expect(try judge(report([("a", 900, 2)]), "unknown-model", nil).isEmpty)
  }

  @Test func `prices are old so many days behind their day, and nobody's clock says which day it is`() throws {
    let report = try report([("a", 1, 2)])
    #expect(try judge(report, "stale-catalogue", "60", on: "2027-01-19").isEmpty)
    #expect(try judge(report, "stale-catalogue", "60", on: "2027-01-20").map(\.reason) == [.catalogueAge(days: 61)])
    #expect(try judge(report, "stale-catalogue", "60").map(\.reason) == [.undecided(.day)])
  }

  @Test func `counts have to be as good as is asked for`() throws {
    let estimated = try report([("a", 100, 200)], model: "claude-sonnet-4-6")
    for least in ["exact", "reconstructed", "assumed"] {
      #expect(try judge(estimated, "exactness", least).map(\.path) == ["a"])
      #expect(try judge(report([("a", 100, 200)]), "exactness", least).isEmpty)
    }
    let assumed = try report([("a", 100, 200)], model: "gpt-6-luna")
    #expect(try judge(assumed, "exactness", "assumed").isEmpty && !judge(assumed, "exactness", "exact").isEmpty)
  }

  @Test func `a claim has to be reached, net of caching`() throws {
    // Above the minimum, shorter by whole steps: only the price of cached tokens is saved.
    let report = try report([("a", 2_559, 2_047)])
    let saved = try -(#require(report.perMonth?.net?.delta))
    let gross = try -(#require(report.perMonth?.gross.delta))
    #expect(saved < gross)
    #expect(try judge(report, "claimed-saving", "$\(saved.decimalText)").isEmpty)
    #expect(try judge(report, "claimed-saving", "$\(gross.decimalText)").map(\.reason) == [.savesMoney(saved)])
    #expect(try judge(report, "claimed-saving", "512 tokens").isEmpty)
    #expect(try judge(report, "claimed-saving", "513 tokens").map(\.reason) == [.savesTokens(512)])
    #expect(try judge(report, "claimed-saving", "1%").isEmpty)
    #expect(try !judge(report, "claimed-saving", "99%").isEmpty)
    let dearer = try self.report([("a", 1_200, 800)])
    #expect(try !judge(dearer, "claimed-saving", "0%").isEmpty)
  }

  @Test func `a claim that is reached only by rounding is not reached`() throws {
    // 16 of some 904 tokens are 1.77%, which rounds to 1.8%.
    let report = try report([("a", 903, 887)], model: "gpt-4o")
    let net = try #require(report.perThousand?.net)
    #expect(net.after.changeInThousandths(from: net.before) == -18)
    #expect(try judge(report, "claimed-saving", "1.7%").isEmpty)
    #expect(try judge(report, "claimed-saving", "1.8%").map(\.reason) == [.savesShare(perMille: 17)])
  }

  @Test func `a gate that warns is no failure`() throws {
    let warned = try report([("a", 1, 99)]).judged(
      by: [GateSetting(.promptTokens(3), level: .warn), GateSetting(.promptTokens(300))], on: nil)
    #expect(warned.verdicts.map(\.isPassed) == [false, true] && !warned.verdicts.contains(where: \.isFailure))
  }
}
