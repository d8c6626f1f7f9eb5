import FoundationEssentials
import Testing

@testable import TareGit

struct GitChangeTests {
  private func changes(_ folder: TemporaryRepository, pathspecs: [String] = []) async throws -> [GitChange] {
    let repository = try await GitRepository(containing: folder.folder)
    return try await repository.changes(
      from: repository.commit("HEAD~1"), to: repository.commit("HEAD"), pathspecs: pathspecs)
  }

  @Test func `new, gone, changed and renamed files are told apart`() async throws {
    let folder = try await TemporaryRepository()
    let long = (1...40).map { "Line \($0) of the prompt." }.joined(separator: "\n")
    try await folder.commit(["same.md": "same", "changed.md": "old", "gone.md": "gone", "old name.md": long])
    try await folder.commit([
      "changed.md": "new", "gone.md": nil, "fresh.md": "fresh and new", "old name.md": nil,
      "sub/new name.md": long + "\nOne more.",
    ])
    let found = try await changes(folder).map { [$0.before?.path.text, $0.after?.path.text] }
    #expect(
      found == [
        ["changed.md", "changed.md"], [nil, "fresh.md"], ["gone.md", nil], ["old name.md", "sub/new name.md"],
      ])
  }

  @Test(arguments: [
    "with space.md", "line\nfeed.md", "tab\tand \"quotes\".md", "über/Größe.md", "-dash.md", ":colon.md", "🧵.md",
  ])
  func `odd file names come through`(name: String) async throws {
    let folder = try await TemporaryRepository()
    try await folder.commit(["./" + name: "one"])
    try await folder.commit(["./" + name: "two"])
    let change = try #require(try await changes(folder).first)
    #expect(change.after?.path.text == name)
    let repository = try await GitRepository(containing: folder.folder)
    let blobs = [change.before, change.after].compactMap { $0?.blob }
    #expect(try await repository.contents(of: blobs) == [Array("one".utf8), Array("two".utf8)])
  }

  @Test func `a name that is not UTF-8 is shown quoted`() async throws {
    let folder = try await TemporaryRepository()
    try await folder.commit(["a.md": "one"])
    let blob = try await folder.git("rev-parse", "HEAD:a.md").prefix(40)
    let entry = Array("100644 \(blob)\tcaf".utf8) + [0xE9] + Array("\"\\.md".utf8) + [0]
    try await folder.git(["update-index", "-z", "--add", "--index-info"], input: entry)
    try await folder.git("commit", "--quiet", "-m", "odd")
    #expect(try await changes(folder).map { $0.after?.path.text } == [#""caf\351\"\\.md""#])
  }

  @Test func `pathspecs choose files`() async throws {
    let folder = try await TemporaryRepository()
    try await folder.commit(["a/one.md": "1", "b/two.md": "2"])
    try await folder.commit(["a/one.md": "3", "b/two.md": "4"])
    #expect(try await changes(folder, pathspecs: ["b"]).map { $0.after?.path.text } == ["b/two.md"])
    #expect(try await changes(folder, pathspecs: ["*.md"]).count == 2)
    #expect(try await changes(folder, pathspecs: ["c"]).isEmpty)
  }

  @Test func `the files of a commit are those that pathspecs choose`() async throws {
    let folder = try await TemporaryRepository()
    try await folder.commit(["a/one.md": "1", "b/two.md": "2", "b/three.txt": "3"])
    let repository = try await GitRepository(containing: folder.folder)
    let head = try await repository.commit("HEAD")
    #expect(try await repository.files(at: head).map(\.path.text) == ["a/one.md", "b/three.txt", "b/two.md"])
    #expect(try await repository.files(at: head, pathspecs: ["b/*.md"]).map(\.path.text) == ["b/two.md"])
  }

  @Test(
    arguments: [
      ("a.md", "a.rst", "a.md", nil), ("a.rst", "a.md", nil, "a.md"), ("a.md", "b.md", "a.md", "b.md"),
    ] as [(String, String, String?, String?)])
  func `a file renamed out of what is wanted is gone, and one renamed into it is new`(
    old: String, new: String, before: String?, after: String?
  ) async throws {
    let folder = try await TemporaryRepository()
    try await folder.commit([old: "The same text in both commits.\n", "other.rst": "left alone\n"])
    try await folder.git("mv", old, new)
    try await folder.commit(["other.rst": "changed\n"])
    let wanted = try await changes(folder).compactMap { change in change.limited { $0.path.text.hasSuffix(".md") } }
    #expect(wanted.map { $0.before?.path.text } == [before])
    #expect(wanted.map { $0.after?.path.text } == [after])
  }

  @Test func `links and submodules are passed over`() async throws {
    let folder = try await TemporaryRepository()
    try await folder.commit(["a.md": "one"])
    let blob = try await folder.git("rev-parse", "HEAD:a.md").prefix(40)
    let commit = try await folder.git("rev-parse", "HEAD").prefix(40)
    try await folder.git("update-index", "--add", "--cacheinfo", "120000,\(blob),link.md")
    try await folder.git("update-index", "--add", "--cacheinfo", "160000,\(commit),module.md")
    try await folder.git("commit", "--quiet", "-m", "links")
    #expect(try await changes(folder).isEmpty)
  }

  @Test func `bytes of blobs come back untouched`() async throws {
    let folder = try await TemporaryRepository()
    let texts = ["", "\n", "\r\n", "no end", "a\0b", "missing\n", String(repeating: "long line\n", count: 50_000)]
    for (index, text) in texts.enumerated() { try await folder.commit(["\(index).md": text]) }
    let repository = try await GitRepository(containing: folder.folder)
    var blobs: [GitObjectID] = []
    for index in texts.indices {
      let id = try await folder.git("rev-parse", "HEAD:\(index).md")
      blobs.append(try #require(GitObjectID(line: Array(id.utf8))))
    }
    #expect(try await repository.contents(of: blobs + blobs) == (texts + texts).map { Array($0.utf8) })
    #expect(try await repository.contents(of: []) == [])
  }

  @Test func `an object that is not there is an error, not a fetch`() async throws {
    let folder = try await TemporaryRepository()
    try await folder.commit(["a.md": "one"])
    let repository = try await GitRepository(containing: folder.folder)
    let absent = try #require(GitObjectID(Array(repeating: UInt8(ascii: "a"), count: 40)))
    let error = await #expect(throws: GitError.self) { try await repository.contents(of: [absent]) }
    #expect(error?.description == "git refused: object aaaaaaaaaa is not in this clone")
  }

  @Test(arguments: ["x\0", ":100644\0a\0", ":100644 100644 a b M\0", ":100644 100644 a b R100\0a\0"])
  func `an answer in another form is no list of changes`(output: String) {
    var reader = RawDiffReader(Array(output.utf8))
    #expect(reader.read() == nil)
  }

  @Test func `reading runs no program the repository names`() async throws {
    let folder = try await TemporaryRepository()
    try await folder.commit(["a.md": "one", ".gitattributes": "*.md diff=evil filter=evil"])
    try await folder.commit(["a.md": "two"])
    let mark = folder.folder + "/ran"
    for key in [
      "diff.external", "diff.evil.command", "diff.evil.textconv", "filter.evil.smudge", "core.pager", "core.fsmonitor",
    ] {
      try await folder.git("config", key, "touch \(mark)")
    }
    #expect(try await changes(folder).count == 1)
    #expect(!FileManager.default.fileExists(atPath: mark))
  }
}
