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

  @Test(arguments: [
    "gpt-4o-2024-08-06", "openai/gpt-4o", "OpenAI/GPT-4o-2024-08-06", "claude-sonnet-4-5@20250929", "gpt-4o-2024-05-13",
    "somebody/gpt-4o", "gpt-4o-2024-13-40",
  ])
  func `an id that has a rate is listed, and any other leaves the list empty`(id: String) throws {
    let rate = try? catalogue.rate(for: id)
    let list = ModelList(catalogue, matching: id)
    #expect(list.isEmpty == (rate == nil))
    if let rate { #expect(list.text.contains(" \(rate.model)\n")) }
  }

  @Test func `the JSON list holds each price as the catalogue has it`() throws {
    let root = try JSONDocument(parsing: Array(ModelList(catalogue).json.utf8)).root
    for value in root["models"]?.elements ?? [] {
      let rate = try catalogue.rate(for: try #require(value["model"]?.string))
      #expect(value["input"]?.string == rate.input.perMillionText)
      #expect(value["cachedInput"]?.string == rate.cachedInput?.perMillionText)
      #expect(value["cacheWrites"]?.members.map(\.name) == rate.cacheWrites.map(\.lifetime.description))
      #expect(value["cacheStoragePerHour"]?.string == rate.cacheStorage?.perMillionText)
      #expect(value["longContext"]?.elements.map { $0["fromInputTokens"]?.integer } == rate.longContext.map(\.from))
      #expect(
        value["longContext"]?.elements.map { $0["input"]?.string } == rate.longContext.map(\.input.perMillionText))
      #expect(value["offPeak"]?["input"]?.string == rate.offPeak?.input.perMillionText)
      #expect(value["offPeak"]?["peakHoursUTC"]?.elements.count == rate.offPeak?.peakHours.count)
      #expect(value["changes"]?.elements.map { $0["from"]?.string } == rate.changes.map(\.from.description))
      #expect(value["changes"]?.elements.map { $0["input"]?.string } == rate.changes.map(\.input.perMillionText))
    }
    #expect(root["models"]?.elements.count == 73)
  }
}
