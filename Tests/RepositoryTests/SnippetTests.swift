import Foundation
import Testing

/// The Swift that the README and the page on parts show is part of a snippet, and snippets are compiled with every build.
struct SnippetTests {
  @Test(arguments: ["README.md", "Documentation/Forecasting.md", "Sources/Tare/Tare.docc/CountingParts.md"])
  func `every piece of Swift on a page stands in a snippet`(page: String) throws {
    let folder = Repository.root.appending(path: "Snippets")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    let snippets = try names.map { try Repository.text("Snippets/\($0)") }
    let pieces = try Repository.text(page).components(separatedBy: "```swift\n").dropFirst()
      .compactMap { $0.components(separatedBy: "```").first }
    #expect(!pieces.isEmpty)
    for piece in pieces { #expect(snippets.contains { $0.contains(piece) }, "\(piece)") }
  }
}
