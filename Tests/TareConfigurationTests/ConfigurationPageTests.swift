import Foundation
import TarePrompts
import TareText
import Testing

@testable import TareConfiguration

/// Documentation/Configuration.md, which says of each key what it takes.
struct ConfigurationPageTests {
  static let page: String = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../Documentation/Configuration.md")
    return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
  }()

  /// What stands in its blocks of YAML.
  static let blocks: [String] = page.components(separatedBy: "\n```yaml\n").dropFirst().map { rest in
    (rest.components(separatedBy: "\n```").first ?? "") + "\n"
  }

  @Test(arguments: ConfigurationObject.settings.keys.map(\.name))
  func `every key has its section, which says what holds without it and has an example`(name: String) throws {
    let parts = Self.page.components(separatedBy: "\n### \(name)\n")
    try #require(parts.count == 2, "### \(name)")
    let section = parts[1].components(separatedBy: "\n#").first ?? ""
    #expect(section.lowercased().contains("if left out"))
    #expect(section.contains("\n\(name):"))
  }

  @Test(arguments: ConfigurationObject.allCases)
  func `every key of what stands in lists is named`(object: ConfigurationObject) {
    for key in object.keys { #expect(Self.page.contains("`\(key.name)`") || Self.page.contains("### \(key.name)\n")) }
  }

  @Test func `every section is about a key`() {
    let headings = Self.page.split(separator: "\n").filter { $0.hasPrefix("### ") }.map { String($0.dropFirst(4)) }
    #expect(headings.sorted() == ConfigurationObject.settings.keys.map(\.name).sorted())
  }

  @Test(arguments: blocks)
  func `every example is taken, and sets something`(yaml: String) throws {
    let layer = try layer(yaml)
    _ = try Configuration([layer])
    let keys = yaml.split(separator: "\n").filter { $0.first?.isLetter == true }
    #expect(!keys.isEmpty)
  }

  @Test func `every kind is named`() {
    for format in PromptFormat.allCases { #expect(Self.page.contains("`\(format.rawValue)`")) }
  }
}
