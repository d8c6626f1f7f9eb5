import TareModels
import TarePricing
import TareSavings
import TareTokens
import Testing

struct HistoryReportTests {
  private let catalogue: RateCatalogue

  init() throws { catalogue = try RateCatalogue.builtIn }

  /// A revision that changes prompts from one size to another; `nil` is no prompt.
  private func revision(_ subject: String, _ changes: [(String, PromptVersion?, PromptVersion?)]) -> PromptRevision {
    PromptRevision(
      HistoryCommit(id: "0123456789abcdef", day: "2026-01-02", author: "A", subject: subject),
      changes: changes.map { PromptRevision.Change(path: $0.0, previousPath: nil, before: $0.1, after: $0.2) })
  }

  private func size(_ tokens: Int) -> PromptVersion { .counted(PromptSize(tokens, stable: tokens)) }

  private func report(
    _ revisions: [PromptRevision], newest: [(path: String, version: PromptVersion)], model: String? = "gpt-5.4",
    end: HistoryReport.End = .complete, requestsPerMonth: Int? = nil
  ) throws -> HistoryReport {
    let price = try model.map { PriceTag(try catalogue.rate(for: $0), in: catalogue) }
    var traffic = TrafficProfile()
    traffic.perMonth = requestsPerMonth
    return try HistoryReport(
      of: ["p"], range: nil, revisions, newest: newest, end: end,
      HistoryUses(PromptUse(counting: ModelTokenizer(.o200kBase), price: price, traffic: traffic)), basis: .exact)
  }

  /// Two prompts: one is made and changed, one comes and goes.
  private var story: [PromptRevision] {
    [
      revision("less", [("b", size(30), nil)]),
      revision("both", [("a", size(2_000), size(1_500)), ("b", nil, size(30))]),
      revision("first", [("a", nil, size(2_000))]),
    ]
  }

  @Test func `each commit leaves what the commits before it added up to`() throws {
    let report = try report(story, newest: [("a", size(1_500))], requestsPerMonth: 5)
    #expect(report.entries.map(\.total.tokens) == [1_500, 1_530, 2_000])
    #expect(report.entries.map { $0.tokens?.delta } == [-30, -470, 2_000])
    #expect(report.entries.map(\.change) == [.changed, .changed, .new])
    #expect(report.entries.map(\.total.promptCount) == [1, 2, 1])
    for (entry, older) in zip(report.entries, report.entries.dropFirst()) {
      #expect(entry.tokens?.before == older.total.tokens)
    }
  }

  @Test func `a commit costs what its prompts cost, each with its own minimum for the cache`() throws {
    let report = try report(story, newest: [("a", size(1_500))], requestsPerMonth: 5)
    let full = try TokenPrice(perMillion: "2.5")
    let read = try TokenPrice(perMillion: "0.25")
    #expect(report.entries[1].total.perThousand?.gross == full * 1_530_000)
    #expect(try report.entries[1].total.perThousand?.net == read * 1_408_000 + full * 122_000)
    #expect(report.entries[0].total.perMonth?.gross == full * 7_500)
  }

  @Test func `the oldest state is the same whatever stands at the newest end`() throws {
    // What is there at the newest commit and never changed counts at every commit.
    let report = try report(story, newest: [("a", size(1_500)), ("c", size(7))])
    #expect(report.entries.map(\.total.tokens) == [1_507, 1_537, 2_007])
    #expect(report.entries.last?.change == .changed)
  }

  @Test func `what cannot be read is missing in its own lines and in no others`() throws {
    let revisions = [
      revision("mend", [("a", .unreadable, size(12))]), revision("other", [("b", size(3), size(5))]),
      revision("break", [("a", size(10), .unreadable)]),
      revision("first", [("a", nil, size(10)), ("b", nil, size(3))]),
    ]
    let report = try report(revisions, newest: [("a", size(12)), ("b", size(5))])
    #expect(report.entries.map(\.total.tokens) == [17, 5, 3, 13])
    #expect(report.entries.map { $0.tokens?.delta } == [nil, 2, nil, 13])
    #expect(report.entries.map(\.total.unreadable) == [[], ["a"], ["a"], []])
    #expect(report.entries.map(\.change) == [.unknown, .changed, .unknown, .new])
  }

  @Test func `a commit that leaves nothing to be read has no cost rather than none to pay`() throws {
    let report = try report([revision("only", [("a", nil, .unreadable)])], newest: [("a", .unreadable)])
    #expect(report.entries[0].total.state == .unreadable)
    #expect(report.entries[0].total.perThousand == nil)
  }

  @Test func `prompts that are gone cost nothing, and what comes back is new`() throws {
    let revisions = [
      revision("back", [("a", nil, size(4))]), revision("away", [("a", size(9), nil)]),
      revision("first", [("a", nil, size(9))]),
    ]
    let report = try report(revisions, newest: [("a", size(4))])
    #expect(report.entries.map(\.change) == [.new, .gone, .new])
    #expect(report.entries[1].total.perThousand?.gross == .zero)
    #expect(report.entries[1].tokens?.delta == -9)
  }

  @Test func `where a clone is shallow nobody knows what its oldest commit changed`() throws {
    let report = try report(story, newest: [("a", size(1_500))], end: .shallow)
    #expect(report.entries.map { $0.tokens == nil } == [false, false, true])
    #expect(report.entries.last?.change == .unknown)
    #expect(report.entries.last?.total.tokens == 2_000)
  }

  @Test func `a price that is not known is left out, never taken as free`() throws {
    let report = try report(story, newest: [("a", size(1_500))], model: "gpt-4")
    #expect(report.entries.allSatisfy { $0.total.perThousand?.net == nil && $0.total.perThousand?.gross != nil })
    let tokensOnly = try self.report(story, newest: [("a", size(1_500))], model: nil, requestsPerMonth: 4)
    #expect(tokensOnly.entries.allSatisfy { $0.total.perThousand == nil && $0.total.perMonth == nil })
  }

  @Test func `a month nobody could pay is an error, not a wrapped number`() throws {
    #expect(throws: PricingError.overflow) {
      try report(story, newest: [("a", size(.max / 2))], requestsPerMonth: .max)
    }
  }
}
