import Testing

@testable import TareGit

struct GitRepositoryTests {
  @Test func `branches, tags, ids and relative revisions name commits`() async throws {
    let folder = try await TemporaryRepository()
    try await folder.commit(["a.md": "one"])
    try await folder.git("tag", "v1")
    try await folder.git("tag", "-m", "annotated", "v1-annotated")
    try await folder.commit(["a.md": "two"])
    let repository = try await GitRepository(containing: folder.folder)
    let first = try await repository.commit("v1")
    #expect(try await repository.commit("v1-annotated") == first)
    #expect(try await repository.commit("HEAD~1") == first)
    #expect(try await repository.commit("main~1") == first)
    #expect(try await repository.commit(first.text) == first)
    #expect(try await repository.commit("HEAD") != first)
    #expect(first.text.hasPrefix(first.short))
  }

  @Test func `an unknown ref names the nearest branch or tag`() async throws {
    let folder = try await TemporaryRepository()
    try await folder.commit(["a.md": "one"])
    try await folder.git("branch", "shorter-prompts")
    let repository = try await GitRepository(containing: folder.folder)
    let error = await #expect(throws: GitError.self) { try await repository.commit("shorter-promts") }
    #expect(error?.description == "no commit is called \"shorter-promts\"; did you mean \"shorter-prompts\"?")
    await #expect(throws: GitError.unknownRef("zzzzzzzz", nearest: nil)) { try await repository.commit("zzzzzzzz") }
  }

  @Test(arguments: ["", "-h", "--help", "--output=x", "a b", "a\0b", "HEAD:a.md", "HEAD^{tree}", "..", "\u{FEFF}", "*"])
  func `what is no commit is an unknown ref, never an option`(revision: String) async throws {
    let folder = try await TemporaryRepository()
    try await folder.commit(["a.md": "one"])
    let repository = try await GitRepository(containing: folder.folder)
    let error = await #expect(throws: GitError.self) { try await repository.commit(revision) }
    guard case .unknownRef(revision, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `a repository without a commit has no HEAD`() async throws {
    let folder = try await TemporaryRepository()
    let repository = try await GitRepository(containing: folder.folder)
    await #expect(throws: GitError.self) { try await repository.commit("HEAD") }
  }

  @Test func `a folder outside any repository is an error that names it`() async throws {
    await #expect(throws: GitError.notARepository(folder: "/")) { try await GitRepository(containing: "/") }
  }

  @Test func `the merge base is where the branches parted`() async throws {
    let folder = try await TemporaryRepository()
    try await folder.commit(["a.md": "one"])
    try await folder.git("switch", "--quiet", "-c", "feature")
    try await folder.commit(["a.md": "two"])
    try await folder.git("switch", "--quiet", "main")
    try await folder.commit(["b.md": "three"])
    let repository = try await GitRepository(containing: folder.folder)
    let base = try await repository.mergeBase(of: "main", and: "feature")
    #expect(try await repository.commit("main~1") == base)
  }

  @Test func `histories that never met have no merge base`() async throws {
    let folder = try await TemporaryRepository()
    try await folder.commit(["a.md": "one"])
    try await folder.git("switch", "--quiet", "--orphan", "other")
    try await folder.commit(["b.md": "two"])
    let repository = try await GitRepository(containing: folder.folder)
    await #expect(throws: GitError.noMergeBase("main", "other")) {
      try await repository.mergeBase(of: "main", and: "other")
    }
  }
}
