import Foundation
import TareAudit
import TareReports
import Testing

/// `Documentation/Rules` is made from the rules: `UPDATE_SNAPSHOTS=1` makes it anew.
struct RuleDocumentsTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Documentation/Rules")
  private static let documents = RulePages((RuleCatalogue.pages + RulePage.engine).sorted { $0.code < $1.code })
    .documents

  @Test func `the documentation of the rules is what the rules say`() throws {
    let files = FileManager.default
    if ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] != nil {
      try? files.removeItem(at: Self.folder)
      try files.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      for document in Self.documents {
        try Data(document.text.utf8).write(to: Self.folder.appending(path: document.name))
      }
    }
    #expect(
      try files.contentsOfDirectory(atPath: Self.folder.path).sorted() == Self.documents.map(\.name).sorted(),
      "make the folder anew with UPDATE_SNAPSHOTS=1")
    for document in Self.documents {
      let written = try String(contentsOf: Self.folder.appending(path: document.name), encoding: .utf8)
      #expect(written == document.text, "\(document.name): make it anew with UPDATE_SNAPSHOTS=1")
    }
  }
}
