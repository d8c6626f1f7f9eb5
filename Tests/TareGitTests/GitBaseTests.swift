import Testing

@testable import TareGit

struct GitBaseTests {
  private static let text = String(repeating: "Answer from the handbook.\n", count: 9)

  @Test func `a file is found by the name it had`() async throws {
    let repository = try await TemporaryRepository()
    try await repository.commit(["a.md": Self.text, "sub/b.md": "b\n"])
    let before = try await opened(repository).commit("HEAD")
    try await repository.git("mv", "a.md", "sub/c.md")
    try await repository.commit([:], message: "moved")
    try await repository.git("mv", "sub/c.md", "sub/d.md")
    let base = try await opened(repository).base(at: before)
    #expect(base.file(nowAt: GitPath("sub/d.md".utf8))?.path == GitPath("a.md".utf8))
    #expect(base.file(nowAt: GitPath("sub/b.md".utf8))?.path == GitPath("sub/b.md".utf8))
    #expect(base.file(nowAt: GitPath("sub/new.md".utf8)) == nil)
  }

  @Test func `the index decides, and the working tree is not looked at`() async throws {
    let repository = try await TemporaryRepository()
    try await repository.commit(["a.md": Self.text])
    let before = try await opened(repository).commit("HEAD")
    let base = try await opened(repository).base(at: before)
    let file = try #require(base.file(nowAt: GitPath("a.md".utf8)))
    #expect(try await opened(repository).contents(of: [file.blob]) == [Array(Self.text.utf8)])
  }

  @Test func `a folder knows where it lies`() async throws {
    let repository = try await TemporaryRepository()
    try await repository.commit(["sub/b.md": "b\n"])
    #expect(try await opened(repository).prefix().isEmpty)
    let below = try await GitRepository(containing: repository.folder + "/sub")
    #expect(try await below.prefix() == Array("sub/".utf8))
    #expect(String(decoding: try await below.topFolder(), as: UTF8.self).hasSuffix(repository.folder))
  }

  @Test(arguments: [
    ("0 +0000", "1970-01-01"), ("951782400 +0000", "2000-02-29"), ("1795219199 +0000", "2026-11-20"),
    ("1795219199 +0100", "2026-11-21"), ("1795132800 -0500", "2026-11-19"), ("-1 +0000", "1969-12-31"),
  ])
  func `the day is that of whoever committed`(time: String, day: String) {
    #expect(GitCommitTime(commit: Array("tree 0\ncommitter A B <a@b.c> \(time)\n\nsubject\n".utf8))?.day == day)
  }

  @Test(arguments: [
    "", "tree 0\n\ncommitter A <a> 0 +0000\n", "committer A", "committer A <a> x +0000\n",
    "committer A <a> 99999999999999 +0000\n",
  ])
  func `what is no commit has no day`(text: String) {
    #expect(GitCommitTime(commit: Array(text.utf8)) == nil)
  }

  @Test func `days follow one another for all of four centuries`() {
    var last = civilDay(-719_162)
    #expect(last == "0001-01-01")
    for day in (-719_161)...(-719_162 + 146_097) {
      let next = civilDay(day)
      guard last < next else {
        Issue.record("\(next) follows \(last)")
        return
      }
      last = next
    }
    #expect(last == "0401-01-01")
  }

  private func opened(_ repository: TemporaryRepository) async throws -> GitRepository {
    try await GitRepository(containing: repository.folder)
  }
}
