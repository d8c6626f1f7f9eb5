import TareAudit
import TareJSON
import TareModels
import TarePricing
import TarePrompts
import TareReports
import TareSavings
import TareTokens
import Testing

struct MapReportTests {
  private func map(_ files: [(String, String)]) throws -> TokenMap {
    let documents = try files.map { try PromptDocument(path: $0.0, bytes: Array($0.1.utf8)) }
    return TokenMap(of: documents, counting: ModelTokenizer(.o200kBase))
  }

  private let files = [
    ("a/one.md", "Be brief.\n\n# First\n\nSay it once.\n\n## Inner\n\nAnd no more.\n\n# Second\n\nStop.\n"),
    ("a/SKILL.md", "---\nname: x\ndescription: Reads a file.\n---\n# Use\n\nRead the file.\n"),
    ("b/two.txt", "Answer in English.\n"), ("b/]]>\u{1B}[31m\u{202E}.md", "# <b>&amp;\u{7}\n\nx\n"),
  ]

  private func rows(_ value: JSONValue) -> [JSONValue] {
    [value] + (value["parts"]?.elements.flatMap { rows($0) } ?? [])
  }

  private func root(_ report: MapReport) throws -> JSONValue {
    try #require(try JSONDocument(parsing: Array(report.json.utf8)).root["root"])
  }

  @Test(arguments: [nil, 0, 1, 2] as [Int?], [0, 5, 1_000])
  func `what is shown sums to the whole, however much of it is shown`(depth: Int?, least: Int) throws {
    let map = try map(files)
    for order in MapReport.Order.allCases {
      let report = MapReport(map, MapReport.Extent(order: order, depth: depth, leastTokens: least))
      for row in rows(try root(report)) {
        let parts = row["parts"]?.elements.reduce(0) { $0 + ($1["tokens"]?.integer ?? 0) } ?? 0
        #expect(row["tokens"]?.integer == parts + (row["own"]?.integer ?? -1))
        #expect(row["kind"]?.string == "folder" ? parts == row["tokens"]?.integer : true)
      }
      #expect(try root(report)["tokens"]?.integer == map.root.tokens.total)
    }
  }

  @Test func `prices of files sum to the price of all, and long requests have theirs`() throws {
    let catalogue = try RateCatalogue.builtIn
    let tag = PriceTag(try catalogue.rate(for: "gpt-5.4"), in: catalogue)
    let long = files + [("long.md", String(repeating: "word ", count: 300_000))]
    let priced = try root(MapReport(try map(long), price: tag))
    let all = rows(priced).filter { $0["kind"]?.string == "file" }
    let sum = try Money.sum(of: all.map { try Money(dollars: try #require($0["usdPer1000Requests"]?.string)) })
    #expect(priced["usdPer1000Requests"]?.string == sum.decimalText)
    let dearest = try #require(all.first)
    let tokens = try #require(dearest["tokens"]?.integer)
    let price = tag.rate.longContextTier(for: tokens)?.input ?? tag.rate.input
    #expect(dearest["usdPer1000Requests"]?.string == (try price * tokens * 1_000).decimalText)
  }

  @Test func `what is shown is fit to be shown`() throws {
    let report = MapReport(try map(files))
    let unfit = report.text().unicodeScalars.filter { ($0.value < 0x20 || $0 == "\u{202E}") && $0 != "\n" }
    #expect(unfit.isEmpty)
    #expect(!report.html(toolVersion: "0").contains("<b>&amp;"))
    #expect(report.text(.coloured).replacing(#/\u{1B}\[[0-9;]*m/#, with: "") == report.text())
  }

  @Test func `nothing is a map too`() throws {
    let report = MapReport(try map([]))
    #expect(report.text().contains("nothing is sent") && report.html(toolVersion: "0").contains("nothing is sent"))
    #expect(try root(report)["tokens"]?.integer == 0)
  }
}
