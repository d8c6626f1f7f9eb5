import FoundationEssentials
import Testing

@testable import TareGit

struct GitIndexTests {
  private let long = (1...40).map { "Line \($0) of the prompt." }.joined(separator: "\n")

  private func write(_ text: String, to path: String, in folder: TemporaryRepository) throws {
    try Data(text.utf8).write(to: URL(filePath: folder.folder + "/" + path))
  }

  @Test func `what is staged differs from the commit, and what is only on the disk does not`() async throws {
    let folder = try await TemporaryRepository()
    try await folder.commit(["a.md": "one", "b.md": "b", "old.md": long])
    try write("two", to: "a.md", in: folder)
    try await folder.git("add", "a.md")
    try write("three", to: "a.md", in: folder)
    try write("changed", to: "b.md", in: folder)
    try await folder.git("mv", "old.md", "new.md")
    let repository = try await GitRepository(containing: folder.folder)
    let changes = try await repository.stagedChanges(since: repository.commit("HEAD"))
    #expect(changes.map { $0.before?.path.text } == ["a.md", "old.md"])
    #expect(changes.map { $0.after?.path.text } == ["a.md", "new.md"])
    let blob = try #require(changes.first?.after?.blob)
    #expect(try await repository.contents(of: [blob]) == [Array("two".utf8)])
  }

  @Test func `before the first commit everything that is staged is new`() async throws {
    let folder = try await TemporaryRepository()
    try write("one", to: "a.md", in: folder)
    try await folder.git("add", "a.md")
    let repository = try await GitRepository(containing: folder.folder)
    let changes = try await repository.stagedChanges(since: repository.emptyTree())
    #expect(changes.map { $0.after?.path.text } == ["a.md"] && changes[0].before == nil)
  }

  @Test func `files of the working tree stand beside those of the commit, under the names git was told`() async throws {
    let folder = try await TemporaryRepository()
    try await folder.commit(["a.md": "one", "gone.md": "g", "moved.md": long, "removed.md": "r"])
    try await folder.git("rm", "--quiet", "gone.md")
    try await folder.git("mv", "moved.md", "z.md")
    try FileManager.default.removeItem(atPath: folder.folder + "/removed.md")
    try write("new", to: "new.md", in: folder)
    try await folder.git("add", "new.md")
    try write("unknown", to: "untracked.md", in: folder)
    let repository = try await GitRepository(containing: folder.folder)
    let files = try await repository.workingFiles(since: repository.commit("HEAD"))
    #expect(files.map { $0.before?.path.text } == ["a.md", nil, "removed.md", "moved.md", "gone.md"])
    #expect(files.map { $0.after?.text } == ["a.md", "new.md", "removed.md", "z.md", nil])
  }

  @Test func `links are no files, and a file that two sides have is one`() {
    let id = String(repeating: "a", count: 40)
    let lines = ["100644 \(id) 1\tx.md", "100644 \(id) 2\tx.md", "120000 \(id) 0\tlink.md", "100755 \(id) 0\ty\tz.md"]
    let output = Array(lines.map { $0 + "\0" }.joined().utf8)
    #expect(trackedPaths(output)?.map(\.text) == ["x.md", "y\tz.md"])
    #expect(trackedPaths(Array("nonsense".utf8)) == nil)
  }
}
