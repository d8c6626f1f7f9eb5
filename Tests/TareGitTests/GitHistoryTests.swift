import Testing

@testable import TareGit

struct GitHistoryTests {
  private let long = (1...40).map { "Line \($0) of the prompt." }.joined(separator: "\n")

  private func history(
    _ folder: TemporaryRepository, _ paths: String..., without base: String? = nil, limit: Int = .max
  ) async throws -> GitHistory {
    let repository = try await GitRepository(containing: folder.folder)
    var excluded: GitObjectID?
    if let base { excluded = try await repository.commit(base) }
    return try await repository.history(
      of: paths.map { GitPath($0.utf8) }, from: repository.commit("HEAD"), without: excluded, limit: limit
    ) { $0.text.hasSuffix(".md") }
  }

  /// Each revision as `subject: before>after …`, newest first.
  private func lines(_ history: GitHistory) -> [String] {
    history.revisions.map { revision in
      let changes = revision.changes.map { "\($0.before?.path.text ?? "-")>\($0.after?.path.text ?? "-")" }
      return revision.commit.subject + ": " + changes.joined(separator: " ")
    }
  }

  @Test func `a file's history is the commits that changed it, newest first`() async throws {
    let folder = try await TemporaryRepository()
    try await folder.commit(["a.md": "one"], message: "first")
    try await folder.commit(["b.md": "other"], message: "elsewhere")
    try await folder.commit(["a.md": "two"], message: "second\nline\n\nbody")
    let history = try await history(folder, "a.md")
    #expect(lines(history) == ["second line: a.md>a.md", "first: ->a.md"])
    #expect(history.end == .complete)
    #expect(history.files.map(\.path.text) == ["a.md"])
    #expect(history.revisions.map(\.commit.author) == ["Test", "Test"])
  }

  @Test func `a file that was renamed twice goes on as what it was`() async throws {
    let folder = try await TemporaryRepository()
    try await folder.commit(["a.md": long, "other.md": "x"], message: "first")
    try await folder.commit(["a.md": nil, "prompts/b.md": long + "\nOne more."], message: "move")
    try await folder.commit(["a.md": "another file of that name"], message: "unrelated")
    try await folder.commit(["prompts/b.md": long], message: "cut")
    try await folder.commit(["prompts/b.md": nil, "prompts/c.md": long], message: "rename")
    #expect(
      lines(try await history(folder, "prompts/c.md")) == [
        "rename: prompts/b.md>prompts/c.md", "cut: prompts/b.md>prompts/b.md", "move: a.md>prompts/b.md",
        "first: ->a.md",
      ])
  }

  @Test func `a file that was gone and is back has one history`() async throws {
    let folder = try await TemporaryRepository()
    try await folder.commit(["a.md": "one", "b.md": "b"], message: "first")
    try await folder.commit(["a.md": nil], message: "away")
    try await folder.commit(["a.md": "three"], message: "back")
    #expect(lines(try await history(folder, "a.md")) == ["back: ->a.md", "away: a.md>-", "first: ->a.md"])
    try await folder.commit(["a.md": nil], message: "gone")
    let gone = try await history(folder, "a.md")
    #expect(gone.files.isEmpty && gone.revisions.count == 4)
  }

  @Test func `a folder that was renamed goes on as what it was, with what is no longer in it`() async throws {
    let folder = try await TemporaryRepository()
    try await folder.commit(["old/a.md": long, "old/b.md": long + "b", "old/c.md": "short"], message: "first")
    try await folder.commit(["old/c.md": nil], message: "fewer")
    try await folder.commit(
      ["old/a.md": nil, "old/b.md": nil, "new/a.md": long, "new/b.md": long + "b"], message: "rename")
    try await folder.commit(["new/d.md": "d", "new/code.py": "print()"], message: "more")
    #expect(
      lines(try await history(folder, "new")) == [
        "more: ->new/d.md", "rename: old/a.md>new/a.md old/b.md>new/b.md", "fewer: old/c.md>-",
        "first: ->old/a.md ->old/b.md ->old/c.md",
      ])
  }

  @Test func `files that were gathered into a folder are followed one by one`() async throws {
    let folder = try await TemporaryRepository()
    try await folder.commit(["a.md": long, "README.md": "readme"], message: "first")
    try await folder.commit(["a.md": nil, "prompts/a.md": long], message: "gather")
    try await folder.commit(["README.md": "changed"], message: "unrelated")
    #expect(lines(try await history(folder, "prompts")) == ["gather: a.md>prompts/a.md", "first: ->a.md"])
  }

  @Test func `a merge is one step with all that it brought`() async throws {
    let folder = try await TemporaryRepository()
    try await folder.commit(["a.md": "one"], message: "first")
    try await folder.git("switch", "--quiet", "-c", "side")
    try await folder.commit(["a.md": "two"], message: "side one")
    try await folder.commit(["a.md": "three"], message: "side two")
    try await folder.git("switch", "--quiet", "main")
    try await folder.commit(["b.md": "x"], message: "meanwhile")
    try await folder.git("merge", "--quiet", "--no-ff", "-m", "merge", "side")
    #expect(lines(try await history(folder, "a.md")) == ["merge: a.md>a.md", "first: ->a.md"])
  }

  @Test func `a range and a limit end a history, and the limit says that there is more`() async throws {
    let folder = try await TemporaryRepository()
    for number in 1...5 { try await folder.commit(["a.md": "\(number)"], message: "\(number)") }
    let ranged = try await history(folder, "a.md", without: "HEAD~2")
    #expect(lines(ranged) == ["5: a.md>a.md", "4: a.md>a.md"] && ranged.end == .complete)
    let limited = try await history(folder, "a.md", limit: 2)
    #expect(lines(limited) == lines(ranged) && limited.end == .limit)
    #expect(try await history(folder, "a.md", limit: 5).end == .complete)
  }

  @Test func `a file in the place of a folder is one history of both`() async throws {
    let folder = try await TemporaryRepository()
    try await folder.commit(["p/a.md": "one"], message: "folder")
    try await folder.git("rm", "--quiet", "-r", "p")
    try await folder.commit(["p": "two"], message: "file")
    #expect(lines(try await history(folder, "p")) == ["file: ->p p/a.md>-", "folder: ->p/a.md"])
  }

  @Test func `a shallow clone says that its oldest commit is not the beginning`() async throws {
    let folder = try await TemporaryRepository()
    for number in 1...4 { try await folder.commit(["a.md": "\(number)"], message: "\(number)") }
    let clone = try await TemporaryRepository()
    try await clone.git("fetch", "--quiet", "--depth=2", "file://" + folder.folder, "main")
    try await clone.git("checkout", "--quiet", "FETCH_HEAD")
    let history = try await history(clone, "a.md")
    #expect(lines(history) == ["4: a.md>a.md", "3: ->a.md"] && history.end == .shallow)
  }

  @Test func `what is no regular file has no history`() async throws {
    let folder = try await TemporaryRepository()
    try await folder.commit(["a.md": "one"], message: "first")
    try await folder.git("update-index", "--add", "--cacheinfo", "120000,\(try await blob("a.md", folder)),link.md")
    try await folder.git("commit", "--quiet", "-m", "link")
    #expect(try await history(folder, "link.md").revisions.isEmpty)
    #expect(try await history(folder, "nowhere.md").revisions.isEmpty)
    #expect(lines(try await history(folder, "")) == ["first: ->a.md"])
  }

  private func blob(_ path: String, _ folder: TemporaryRepository) async throws -> String {
    String(try await folder.git("rev-parse", "HEAD:" + path).prefix(40))
  }

  @Test func `renames are followed to a limit`() async throws {
    let folder = try await TemporaryRepository()
    try await folder.commit(["0.md": long], message: "0")
    for number in 1...70 { try await folder.commit(["\(number - 1).md": nil, "\(number).md": long]) }
    let history = try await history(folder, "70.md")
    #expect(history.end == .renames)
    #expect(history.revisions.count == 65)
  }
}
