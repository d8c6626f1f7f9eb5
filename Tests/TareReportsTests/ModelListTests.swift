import TareJSON
import TareModels
import TarePricing
import TareReports
import TareTokens
import TareText
import TestMaterial
import Testing

struct ModelListTests {
  private let catalogue: RateCatalogue
  private let directory: ModelDirectory

  init() throws {
    catalogue = try RateCatalogue.builtIn
    directory = try ModelDirectory.builtIn
  }

  private func list(_ text: String = "", installed: InstalledEncodings = InstalledEncodings()) -> ModelList {
    ModelList(catalogue, directory, installed: installed, matching: text)
  }

  private func names(_ text: String) -> [String] {
    list(text).text.split(separator: "\n\n").first?.split(separator: "\n").dropFirst()
      .compactMap { $0.split(separator: " ").last.map(String.init) } ?? []
  }

  @Test func `a search looks at names, aliases and providers, whatever the case`() {
    #expect(names("GPT-4O") == ["gpt-4o", "gpt-4o-mini"])
    #expect(names("reasoner") == ["deepseek-v4-flash"])
    #expect(names("xai").count == 4)
    #expect(names("").count == 73)
    #expect(list("no such model").isEmpty)
  }

  @Test func `a search finds models without a price, and those of a vocabulary`() {
    #expect(names("text-davinci-003") == ["text-davinci-003"])
    #expect(names("gpt-4-turbo") == ["gpt-4-turbo"])
    #expect(names("o200k_harmony") == ["gpt-oss-120b", "gpt-oss-20b"])
    #expect(names("claude-3-opus") == ["claude-3-opus"])
    #expect(!names("").contains("text-davinci-003"))
  }

  @Test func `every model with a price is one of which something is known`() throws {
    for rate in catalogue.rates {
      for name in [rate.model] + rate.aliases { #expect(throws: Never.self) { try directory.model(named: name) } }
    }
  }

  @Test func `an installed vocabulary makes its family exact, and the list says which file it is`() throws {
    let installed = InstalledEncodings([try InstalledBytes.encoding("gemma3", family: "gemma-3")])
    let text = list("gemini-2.5-pro", installed: installed).text
    #expect(text.contains(" exact ") && text.contains("gemma3 was installed from a "))
    #expect(list("gemini-2.5-pro").text.contains("estimated ±25%"))
  }

  @Test(arguments: [
    "gpt-4o-2024-08-06", "openai/gpt-4o", "OpenAI/GPT-4o-2024-08-06", "claude-sonnet-4-5@20250929", "gpt-4o-2024-05-13",
    "somebody/gpt-4o", "gpt-4o-2024-13-40", "grok-99", "nonsense",
  ])
  func `an id of which something is known is listed, and any other leaves the list empty`(id: String) throws {
    let rate = try? catalogue.rate(for: id)
    let list = list(id)
    #expect(list.isEmpty == (rate == nil && (try? directory.model(named: id)) == nil))
    if let rate { #expect(list.text.contains(" \(rate.model)\n")) }
  }

  @Test func `the JSON list holds each price as the catalogue has it`() throws {
    let root = try JSONDocument(parsing: Array(list().json.utf8)).root
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
