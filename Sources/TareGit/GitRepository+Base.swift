/// The files of a repository as they stood at one commit, found from where they are now.
public struct GitBase: Sendable {
  /// The commit.
  public let commit: GitObjectID
  private let blobs: [GitPath: GitObjectID]
  /// For each path a file was given since, the one it had.
  private let previousPaths: [GitPath: GitPath]

  init(commit: GitObjectID, files: [GitFile], renames: [GitChange]) {
    self.commit = commit
    blobs = Dictionary(files.map { ($0.path, $0.blob) }) { first, _ in first }
    let pairs = renames.compactMap { change in
      change.before.flatMap { before in change.after.map { ($0.path, before.path) } }
    }
    previousPaths = Dictionary(pairs.filter { $0.0 != $0.1 }) { first, _ in first }
  }

  /// The file that now lies at `path`, as it was; `nil` for one that is new.
  public func file(nowAt path: GitPath) -> GitFile? {
    let before = previousPaths[path] ?? path
    return blobs[before].map { GitFile(path: before, blob: $0) }
  }
}

extension GitRepository {
  /// The files as they stood at `commit`, with the names they were given since and that the index knows.
  ///
  /// The working tree is not looked at: git would run the filters a repository asks for. A file that was renamed without
  /// git being told is new.
  public func base(at commit: GitObjectID) async throws(GitError) -> GitBase {
    let files = try await files(at: commit)
    let output = try await program.output(
      ["diff-index", "--cached", "-M", "-z", "--raw", "--no-abbrev", "--no-ext-diff", commit.text, "--"])
    var reader = RawDiffReader(output)
    guard let changes = reader.read() else { throw .unexpectedAnswer("diff-index") }
    return GitBase(commit: commit, files: files, renames: changes)
  }

  /// The folder this repository was opened for, as a path from the repository's top: empty there, else ending in `/`.
  public func prefix() async throws(GitError) -> [UInt8] { try await line("--show-prefix") }

  /// The top folder of the working tree, without links.
  public func topFolder() async throws(GitError) -> [UInt8] { try await line("--show-toplevel") }

  /// The folder in which git keeps the repository, which tells one from another.
  public func gitFolder() async throws(GitError) -> [UInt8] { try await line("--absolute-git-dir") }

  /// The day on which a commit was made, where whoever made it was: `2026-11-20`.
  public func day(of commit: GitObjectID) async throws(GitError) -> String { try await time(of: commit).day }

  /// When a commit was made.
  public func time(of commit: GitObjectID) async throws(GitError) -> GitCommitTime {
    let output = try await program.output(["cat-file", "commit", commit.text])
    guard let time = GitCommitTime(commit: output) else { throw .unexpectedAnswer("cat-file") }
    return time
  }

  private func line(_ option: String) async throws(GitError) -> [UInt8] {
    // The one line end is git's own; a name may hold others.
    let output = try await program.output(["rev-parse", option])
    return output.last == 0x0A ? output.dropLast() : output
  }
}
