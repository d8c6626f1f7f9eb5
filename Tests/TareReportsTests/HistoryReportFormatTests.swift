import Foundation
import TareModels
import TarePricing
import TareSavings
import TareTokens
import Testing

@testable import TareReports

struct HistoryReportFormatTests {
  private func report(_ tokens: [Int], subject: String = "change", month: Int? = nil) throws -> HistoryReport {
    let catalogue = try RateCatalogue.builtIn
    let sizes: [PromptVersion?] = tokens.map { .counted(PromptSize($0, stable: $0)) } + [nil]
    let revisions = zip(sizes, sizes.dropFirst()).map { after, before in
      PromptRevision(
        HistoryCommit(id: "0123456789abcdef", day: "2026-01-02", author: "Ada", subject: subject),
        changes: [PromptRevision.Change(path: "a.md", previousPath: nil, before: before, after: after)])
    }
    var traffic = TrafficProfile()
    traffic.perMonth = month
    return try HistoryReport(
      of: ["a.md"], range: nil, revisions, newest: sizes[0].map { [("a.md", $0)] } ?? [], end: .complete,
      HistoryUses(
        PromptUse(
          counting: ModelTokenizer(.o200kBase), price: PriceTag(try catalogue.rate(for: "gpt-5.4"), in: catalogue),
          traffic: traffic)), basis: .exact)
  }

  @Test func `a month is there only where a volume is stated`() throws {
    let (without, with) = (try report([5, 9]), try report([5, 9], month: 200))
    for (plain, monthly) in [(without.text(), with.text()), (without.markdown(), with.markdown())] {
      #expect(!plain.contains("/month") && plain.contains("no volume is stated"))
      #expect(monthly.contains("net/month") && monthly.contains("200 requests a month, as stated"))
    }
    #expect(without.json.contains(#""perMonth": null"#))
    #expect(with.json.contains(#""gross": "0.0025""#))
  }

  @Test func `every row of a table has as many cells as its head`() throws {
    let report = try report([5, 9, 1], month: 3)
    let csv = report.csv.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false).count }
    #expect(Set(csv) == [17] && csv.count == 4)
    let rows = report.markdown(showsAuthors: true).split(separator: "\n").filter { $0.hasPrefix("|") }
    #expect(Set(rows.map { $0.split(separator: "|").count }).count == 1 && rows.count == 5)
  }

  @Test(arguments: ["a\u{1B}[31mb", "a | b", "<img src=x>", "a\u{202E}b", String(repeating: "long ", count: 500)])
  func `a subject cannot leave its cell`(subject: String) throws {
    let report = try report([5], subject: subject)
    for text in [report.text(), report.markdown()] {
      #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}"))
      #expect(!text.contains(String(repeating: "long ", count: 30)))
    }
    #expect(!report.markdown().contains("<img") && !report.markdown().contains("a | b"))
    let json = try JSONSerialization.jsonObject(with: Data(report.json.utf8)) as? [String: Any]
    let commits = json?["commits"] as? [[String: Any]]
    #expect(commits?.first?["subject"] as? String == subject)
  }

  @Test func `a history without a commit says so in every format`() throws {
    let report = try report([])
    #expect(report.text().hasPrefix("a.md: no commit\n"))
    #expect(report.markdown().hasPrefix("### No commit there changed a prompt\n"))
    #expect(report.csv.split(separator: "\n").count == 1)
    #expect(report.json.contains(#""commits": []"#))
  }
}

struct SparklineTests {
  @Test func `the lowest number is the lowest block and the highest the highest`() {
    #expect(sparkline([0, 1, 2, 3, 4, 5, 6, 7], width: 8) == "▁▂▃▄▅▆▇█")
    #expect(sparkline([10, 20, 10], width: 8) == "▁█▁")
    #expect(sparkline([.min / 4, .max / 4], width: 8) == "▁█")
  }

  @Test func `what does not move stands in the middle, and what is not known is a dot`() {
    #expect(sparkline([5, 5], width: 8) == "▄▄")
    #expect(sparkline([1, nil, 2], width: 8) == "▁·█")
    #expect(sparkline([nil], width: 8).isEmpty)
  }

  @Test(arguments: [61, 100, 5_000])
  func `more numbers than fit are drawn in so many blocks, the last number among them`(count: Int) {
    let line = sparkline(Array(0..<count), width: 60)
    #expect(line.count == 60)
    #expect(line.last == "█" && line.first == "▁")
  }
}
