import TestMaterial
import Testing

@testable import TareGit

/// What holds for the history of any repository, tried on repositories that nobody thought of.
struct GitHistoryLawTests {
  @Test(arguments: UInt64(1)...6)
  func `taking back revision by revision gives the files of each commit`(seed: UInt64) async throws {
    let folder = try await TemporaryRepository()
    var generator = SeededGenerator(seed: seed)
    var standing: Set<String> = []
    for number in 0..<12 {
      try await folder.commit(change(of: &standing, &generator), message: "\(number)")
    }
    let repository = try await GitRepository(containing: folder.folder)
    let head = try await repository.commit("HEAD")
    for root in ["", "p", "p/a.md", "p/q"] {
      let history = try await repository.history(of: [GitPath(root.utf8)], from: head) { $0.text.hasSuffix(".md") }
      try await check(history, in: repository)
    }
  }

  /// Writes, removes, renames and copies of files with few names, so that names are used again.
  private func change(
    of standing: inout Set<String>, _ generator: inout SeededGenerator
  ) -> [String: String?] {
    var files: [String: String?] = [:]
    let names = ["p/a.md", "p/b.md", "p/q/c.md", "r/a.md", "r/b.md", "p/code.py", "top.md"]
    for _ in 0...generator.below(3) {
      let name = names[generator.below(names.count)]
      if standing.contains(name), files[name] == nil, generator.below(3) == 0 {
        files[name] = .some(nil)
        standing.remove(name)
      } else {
        files[name] = (0..<30).map { "line \($0) of text \(generator.below(2))\n" }.joined()
        standing.insert(name)
      }
    }
    return files
  }

  /// Each revision changes what the one before left, nothing else, and the first begins with nothing.
  private func check(_ history: GitHistory, in repository: GitRepository) async throws {
    var files = Set(history.files)
    for revision in history.revisions {
      let there = Set(try await repository.files(at: revision.commit.id))
      #expect(files.isSubset(of: there), "at \(revision.commit.subject)")
      #expect(!revision.changes.isEmpty)
      for file in revision.changes.compactMap(\.after) { #expect(files.remove(file) != nil) }
      for file in revision.changes.compactMap(\.before) { #expect(files.insert(file).inserted) }
    }
    #expect(files.isEmpty)
    #expect(history.end == .complete)
  }
}
