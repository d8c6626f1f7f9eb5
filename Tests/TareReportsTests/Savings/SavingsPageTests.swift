import TareReports
import TareSavings
import Testing

/// The page with charts, read by a strict reader of XML.
struct SavingsPageTests {
  private static let allowed: Set<String> = [
    "html", "head", "meta", "title", "style", "body", "header", "h1", "h2", "h3", "p", "ul", "li", "b", "table", "tr",
    "th", "td", "span", "div", "details", "summary", "svg", "desc", "rect", "text", "code", "footer",
  ]

  private func elements(_ report: SavingsReport) throws -> [XMLReading.Element] {
    try XMLReading.elements(of: report.html(toolVersion: "0.1.0"))
  }

  @Test func `the page is closed in itself: nothing is loaded, nothing runs, nothing from outside is mark-up`() throws {
    for (name, report) in try SavingsMaterial.all() {
      for element in try elements(report) {
        #expect(Self.allowed.contains(element.name), "\(name): \(element.name)")
        for (attribute, value) in element.attributes {
          #expect(!attribute.hasPrefix("on") && attribute != "src" && attribute != "href", "\(name)")
          #expect(attribute == "xmlns" || !value.contains("//"), "\(name): \(value)")
        }
      }
    }
  }

  @Test func `the page has a row for each prompt, and charts that say in words what they draw`() throws {
    for (name, report) in try SavingsMaterial.all() {
      let elements = try elements(report)
      let rows = elements.count { $0.name == "tr" }
      let totals = elements.count { $0.attributes["class"] == "total" }
      #expect(rows == (report.prompts.isEmpty ? 0 : report.prompts.count + 1 + totals), "\(name)")
      let charts = elements.filter { $0.name == "svg" }
      #expect(charts.allSatisfy { $0.attributes["role"] == "img" && $0.attributes["aria-label"]?.isEmpty == false })
      #expect(elements.count { $0.name == "desc" } == charts.count, "\(name)")
    }
  }

  @Test func `a page on two thousand prompts draws those that change most`() throws {
    let pairs = (0..<2_000).map { SavingsMaterial.pair("folder/p\($0).md", "# A\nold \($0)\n# B\nx\n", "# B\nx\n") }
    let report = try SavingsMaterial.report(pairs, requestsPerMonth: 10)
    let elements = try elements(report)
    #expect(elements.count { $0.name == "svg" } == 22)
    #expect(elements.count { $0.name == "tr" } == 2_002)
  }
}
