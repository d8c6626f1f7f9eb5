import Foundation
import Testing

/// The Swift that the README shows is part of a snippet, and snippets are compiled with every build.
struct SnippetTests {
  @Test func `every piece of Swift in the README stands in a snippet`() throws {
    let folder = Repository.root.appending(path: "Snippets")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    let snippets = try names.map { try Repository.text("Snippets/\($0)") }
    let pieces = try Repository.text("README.md").components(separatedBy: "```swift\n").dropFirst()
      .compactMap { $0.components(separatedBy: "```").first }
    #expect(!pieces.isEmpty)
    for piece in pieces { #expect(snippets.contains { $0.contains(piece) }, "\(piece)") }
  }
}
