import TareJSON
import TarePricing
import TareReports
import TareText
import Testing

struct ImportReportTests {
  private let day = CalendarDate("2026-11-20")

  private func imported(_ json: String) throws -> ImportedCatalogue {
    try ImportedCatalogue(parsing: Array(json.utf8), date: #require(day))
  }

  /// Five entries without a price and one with a name that would move the cursor of a terminal.
  private let list = """
    {"a": {}, "b": {}, "c": {}, "d": {}, "e\\u001b[2J": {"mode": "ocr"}, "gpt-5.4": {"litellm_provider": "openai",
      "input_cost_per_token": 1e-6, "new\\nfield": 1}}
    """

  @Test func `the first of a group are named, and all on demand`() throws {
    let imported = try imported(list)
    let short = ImportReport(imported, of: "map.json").text
    #expect(short.contains("4  has no price of an input token  a, b, c, …\n"))
    #expect(ImportReport(imported, of: "map.json", namesAll: true).text.contains("token  a, b, c, d\n"))
  }

  @Test func `no name of a list reaches a terminal as it is`() throws {
    let imported = try imported(list)
    let text = ImportReport(imported, of: "a\u{1B}b", namesAll: true).text
    let comparison = try CatalogueComparison(imported.catalogue, with: imported.catalogue, on: #require(day))
    for text in [text, ComparisonReport(comparison, with: "a\u{1B}b").text] {
      #expect(!text.contains("\u{1B}"))
    }
    #expect(!text.contains("new\n"))
  }

  @Test func `the JSON account names every entry and every member`() throws {
    let imported = try imported(list)
    let root = try JSONDocument(parsing: Array(ImportReport(imported, of: "map.json").json.utf8)).root
    #expect(root["entries"]?.integer == 6)
    #expect(root["refused"]?.elements.compactMap { $0["entry"]?.string } == ["a", "b", "c", "d", "e\u{1B}[2J"])
    #expect(root["leftOut"]?.elements.compactMap { $0["field"]?.string } == ["new\nfield"])
    #expect(root["leftOut"]?.elements.compactMap { $0["kind"]?.string } == ["unknown"])
  }

  @Test func `the JSON comparison has both figures`() throws {
    let catalogue = try RateCatalogue.builtIn
    let comparison = try CatalogueComparison(catalogue, with: imported(list).catalogue, on: #require(day))
    let root = try JSONDocument(parsing: Array(ComparisonReport(comparison, with: "map.json").json.utf8)).root
    let difference = root["models"]?.elements.first?["differences"]?.elements.first
    #expect(["figure", "here", "there"].map { difference?[$0]?.string } == ["input", "2.5", "1"])
    #expect(root["onlyHere"]?.elements.count == catalogue.rates.count - 1)
  }
}
