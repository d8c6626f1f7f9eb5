import Foundation
import TarePricing
import TareReports
import TareTokens
import Testing

struct SimulationReportTests {
  private func report(
    _ policies: [HistoryPolicy], origin: SimulationReport.Origin = .stated, month: Int? = nil, turns: Int = 40
  ) throws -> SimulationReport {
    let catalogue = try RateCatalogue.builtIn
    let rate = try catalogue.rate(for: "claude-sonnet-4-6")
    let conversation = try SimulatedConversation(
      systemTokens: 800, userTokens: 100, assistantTokens: 250, turns: turns)
    let simulation = ConversationSimulation(conversation, rate: rate, terms: try rate.cacheTerms())
    return SimulationReport(
      try PolicyComparison(simulation, policies: policies, gaps: .constant(seconds: 60)), of: simulation,
      gaps: .constant(seconds: 60), named: "60s", prices: catalogue, at: nil, isModelNamed: true, origin: origin,
      conversationsPerMonth: month)
  }

  @Test func `a month is there only where somebody says how many conversations it has`() throws {
    let without = try report([.sliding(limit: 4_000)])
    let with = try report([.sliding(limit: 4_000)], month: 10_000)
    for (plain, monthly) in [(without.text, with.text), (without.markdown, with.markdown)] {
      #expect(!plain.contains("month"))
      #expect(monthly.contains("month of 10,000"))
      #expect(monthly.contains("$6,015.30"))
    }
    #expect(without.json.contains(#""usdPerMonth": null"#))
    #expect(with.json.contains(#""usdPerMonth": "6015.3""#))
  }

  @Test func `exactly one policy is marked as cheapest, in every format`() throws {
    let report = try report([.sliding(limit: 4_000), .watermark(high: 4_000, low: 2_000), .full])
    #expect(report.text.components(separatedBy: "  cheapest\n").count == 2)
    #expect(report.markdown.split(separator: "\n").filter { $0.contains("**") }.count == 1)
    #expect(report.csv.components(separatedBy: ",true\n").count == 2)
    #expect(report.json.contains(#""cheapest": "watermark:4000:2000""#))
  }

  @Test func `every row of a table has as many cells as its head`() throws {
    let report = try report([.sliding(limit: 4_000), .summaryEachTurn(keeping: 3)], month: 7)
    let csv = report.csv.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false).count }
    #expect(Set(csv).count == 1)
    let rows = report.markdown.split(separator: "\n").filter { $0.hasPrefix("|") }
    #expect(Set(rows.map { $0.split(separator: "|").count }).count == 1)
  }

  @Test func `a path with a line end and a tag stays one line of text`() throws {
    let origin = SimulationReport.Origin.counted(path: "a\n<b>|.json", basis: .exact)
    let report = try report([.full], origin: origin, turns: 2)
    #expect(!report.text.contains("a\n<b>"))
    #expect(!report.markdown.contains("<b>"))
    #expect(report.json.contains(#""path": "a\n<b>|.json""#))
  }

  @Test func `where nothing is cheaper than the full history, that is said`() throws {
    #expect(
      try report([.full], turns: 2).text.hasPrefix("claude-sonnet-4-6: nothing is cheaper than the full history."))
  }
}
