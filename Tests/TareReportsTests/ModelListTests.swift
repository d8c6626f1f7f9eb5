import TareJSON
import TarePricing
import TareReports
import Testing

struct ModelListTests {
  private let catalogue: RateCatalogue

  init() throws { catalogue = try RateCatalogue.builtIn }

  @Test func `a search looks at names, aliases and providers, whatever the case`() {
    func names(_ text: String) -> [String] {
      ModelList(catalogue, matching: text).text.split(separator: "\n").dropFirst().dropLast()
        .compactMap { $0.split(separator: " ").last.map(String.init) }
    }
    #expect(names("GPT-4O") == ["gpt-4o", "gpt-4o-mini"])
    #expect(names("reasoner") == ["deepseek-v4-flash"])
    #expect(names("xai").count == 4)
    #expect(names("").count == 73)
    #expect(ModelList(catalogue, matching: "no such model").isEmpty)
  }

  @Test func `the JSON list holds each price as the catalogue has it`() throws {
    let root = try JSONDocument(parsing: Array(ModelList(catalogue).json.utf8)).root
    for value in root["models"]?.elements ?? [] {
      let rate = try catalogue.rate(for: try #require(value["model"]?.string))
      #expect(value["input"]?.string == rate.input.perMillionText)
      #expect(value["cachedInput"]?.string == rate.cachedInput?.perMillionText)
      #expect(value["cacheWrites"]?.members.map(\.name) == rate.cacheWrites.map(\.lifetime.description))
    }
    #expect(root["models"]?.elements.count == 73)
  }
}
