import Foundation
import TarePricing
import Testing

@testable import TareConfiguration

/// Documentation/Forecasting.md, which says of each key and of each calculation what it does.
struct ScenarioPageTests {
  static let page: String = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../Documentation/Forecasting.md")
    return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
  }()

  @Test(arguments: ScenarioObject.allCases)
  func `every key of a file of scenarios is named`(object: ScenarioObject) {
    for key in object.keys { #expect(Self.page.contains("`\(key.name)`"), "\(key.name)") }
  }

  @Test func `every kind of calculation is named, with its inputs`() {
    for kind in CalculationKind.all {
      #expect(Self.page.contains("`\(kind.name)`"), "\(kind.name)")
      for input in kind.inputs { #expect(Self.page.contains("`\(input)`"), "\(kind.name): \(input)") }
    }
  }

  @Test func `every rule of thumb is named`() {
    for preset in OverheadPreset.allCases { #expect(Self.page.contains("`\(preset.rawValue)`")) }
  }

  @Test func `the example is read`() throws {
    let parts = Self.page.components(separatedBy: "\n```yaml\n")
    let yaml = try #require(parts.last?.components(separatedBy: "\n```").first)
    let file = try ScenarioFile(Array(yaml.utf8), name: "page", catalogue: RateCatalogue.builtIn)
    #expect(file.scenarios.map(\.name) == ["as it is", "shorter prompt", "shorter prompt, small model first"])
  }
}
