/// A file of a commit and where it lies in the working tree.
public struct GitWorkingFile: Sendable, Hashable {
  /// The file in the commit; `nil` when it is new.
  public let before: GitFile?
  /// Where the file lies now, if it was not removed without git being told; `nil` when it is gone.
  public let after: GitPath?
}

extension GitRepository {
  /// The regular files that differ between a commit and what is staged, renames recognised by content.
  ///
  /// In a hook of `git commit` it is the index of that commit that is looked at.
  ///
  /// - Parameter pathspecs: Which files, as in ``changes(from:to:pathspecs:)``.
  public func stagedChanges(since commit: GitObjectID, pathspecs: [String] = []) async throws(GitError) -> [GitChange] {
    var program = program
    program.takesIndexOfCaller = true
    let output = try await program.output(
      ["diff-index", "--cached", "-M", "-z", "--raw", "--no-abbrev", "--no-ext-diff", commit.text, "--"] + pathspecs)
    var reader = RawDiffReader(output)
    guard let changes = reader.read() else { throw .unexpectedAnswer("diff-index") }
    return changes
  }

  /// The regular files of a commit and those that git knows in the working tree, side by side, in the order of their
  /// paths now, then those that are gone.
  ///
  /// No file is read, lest git run the filters that a repository asks for: most of them will be what the commit has. A
  /// file that was renamed without git being told is gone, and its new name, which git does not know, is not looked at.
  ///
  /// - Parameter pathspecs: Which files, as in ``changes(from:to:pathspecs:)``.
  public func workingFiles(
    since commit: GitObjectID, pathspecs: [String] = []
  ) async throws(GitError) -> [GitWorkingFile] {
    let tracked = try await trackedFiles(pathspecs: pathspecs)
    var rest: [GitPath: GitFile] = [:]
    for file in try await files(at: commit, pathspecs: pathspecs) { rest[file.path] = file }
    var previous: [GitPath: GitFile] = [:]
    for change in try await stagedChanges(since: commit, pathspecs: pathspecs) {
      if let before = change.before, let after = change.after, before.path != after.path {
        previous[after.path] = before
      }
    }
    let now = tracked.map { path in
      let before = previous[path] ?? rest[path]
      return GitWorkingFile(before: before, after: path)
    }
    for file in now.compactMap(\.before) { rest[file.path] = nil }
    let gone = rest.values.sorted { $0.path.bytes.lexicographicallyPrecedes($1.path.bytes) }
    return now + gone.map { GitWorkingFile(before: $0, after: nil) }
  }

  /// The tree without files, for a repository that has no commit yet.
  public func emptyTree() async throws(GitError) -> GitObjectID {
    let output = try await program.output(["hash-object", "-t", "tree", "--stdin"])
    guard let id = GitObjectID(line: output) else { throw .unexpectedAnswer("hash-object") }
    return id
  }

  /// The regular files of the index, in its order.
  private func trackedFiles(pathspecs: [String]) async throws(GitError) -> [GitPath] {
    let output = try await program.output(["ls-files", "--stage", "--full-name", "-z", "--"] + pathspecs)
    guard let paths = trackedPaths(output) else { throw .unexpectedAnswer("ls-files") }
    return paths
  }
}

/// Reads `git ls-files --stage -z`, or `nil` for another form: `<mode> <id> <stage>⇥<path>␀`. A file that two sides of a
/// merge have is there once.
func trackedPaths(_ output: [UInt8]) -> [GitPath]? {
  var paths: [GitPath] = []
  for entry in output.split(separator: 0) {
    guard let tab = entry.firstIndex(of: 0x09) else { return nil }
    let path = GitPath(entry[(tab + 1)...])
    if entry.starts(with: "100".utf8), paths.last != path { paths.append(path) }
  }
  return paths
}
