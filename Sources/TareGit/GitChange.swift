/// A regular file as it stands in a commit.
public struct GitFile: Sendable, Hashable {
  /// Where it lies.
  public let path: GitPath
  /// What it holds.
  public let blob: GitObjectID
}

/// A file that differs between two commits. One side is `nil` when the file is new or gone; the two paths differ
/// when it was renamed.
public struct GitChange: Sendable, Hashable {
  /// The file before.
  public let before: GitFile?
  /// The file after.
  public let after: GitFile?
}

extension GitChange {
  /// The change as it looks to somebody for whom only `isWanted` files are there: a file that is renamed to a name that
  /// is not wanted is gone, and one that gets a wanted name is new. `nil` where neither side is wanted.
  public func limited(to isWanted: (GitFile) -> Bool) -> GitChange? {
    let change = GitChange(
      before: before.flatMap { isWanted($0) ? $0 : nil }, after: after.flatMap { isWanted($0) ? $0 : nil })
    return change.before == nil && change.after == nil ? nil : change
  }
}

extension GitRepository {
  /// The regular files that differ between two commits, renames recognised by content, in the order of git.
  ///
  /// Symbolic links and submodules have no text of their own and are passed over.
  ///
  /// - Parameters:
  ///   - base: The commit before.
  ///   - head: The commit after.
  ///   - pathspecs: Which files, in git's notation, relative to the repository's folder; all when empty.
  public func changes(
    from base: GitObjectID, to head: GitObjectID, pathspecs: [String] = []
  ) async throws(GitError) -> [GitChange] {
    let output = try await program.output(
      ["diff-tree", "-r", "-M", "-z", "--raw", "--no-abbrev", "--no-ext-diff", base.text, head.text, "--"] + pathspecs)
    var reader = RawDiffReader(output)
    guard let changes = reader.read() else { throw .unexpectedAnswer("diff-tree") }
    return changes
  }
}

extension GitRepository {
  /// The regular files of a commit, in the order of git.
  ///
  /// - Parameter pathspecs: Which files, as in ``changes(from:to:pathspecs:)``.
  public func files(at commit: GitObjectID, pathspecs: [String] = []) async throws(GitError) -> [GitFile] {
    // Compared with nothing, every file is new; ls-tree would list them too, but knows no pathspecs.
    try await changes(from: .emptyTree(beside: commit), to: commit, pathspecs: pathspecs).compactMap(\.after)
  }

  /// What each of `commits` changed in regular files, seen from its first parent; commits that changed none are left
  /// out.
  func changes(
    by commits: [GitCommit], options: [String], pathspecs: [String] = []
  ) async throws(GitError) -> [GitObjectID: [GitChange]] {
    guard !commits.isEmpty else { return [:] }
    let lines = commits.map { $0.id.text + ($0.parent.map { " " + $0.text } ?? "") + "\n" }
    let output = try await program.output(
      ["diff-tree", "--stdin", "--root", "-r", "-z", "--raw", "--no-abbrev", "--no-ext-diff"] + options + ["--"]
        + pathspecs, input: Array(lines.joined().utf8), limit: 512 << 20)
    var reader = RawDiffReader(output)
    guard let changes = reader.readCommits() else { throw .unexpectedAnswer("diff-tree") }
    return changes
  }
}

extension GitObjectID {
  /// The tree without files, which every repository knows: `git hash-object -t tree` of nothing, by SHA-1 or SHA-256.
  fileprivate static func emptyTree(beside id: GitObjectID) -> GitObjectID {
    id.text.utf8.count == 40
      ? GitObjectID(text: "4b825dc642cb6eb9a060e54bf8d69288fbee4904")
      : GitObjectID(text: "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321")
  }
}

/// Reads `git diff-tree --raw -z`, which with `--stdin` begins the changes of each commit with its id:
///
/// ```
/// <commit>␀
/// :100644 100644 <blob before> <blob after> M␀path␀
/// :100644 100644 <blob before> <blob after> R087␀path before␀path after␀
/// ```
struct RawDiffReader {
  private var fields: ArraySlice<ArraySlice<UInt8>>

  init(_ output: [UInt8]) {
    // The last field ends in NUL too, so the last part is empty and no field.
    fields = output.split(separator: 0, omittingEmptySubsequences: false).dropLast()
  }

  /// The changes, or `nil` when the output has another form.
  mutating func read() -> [GitChange]? {
    guard let changes = readChanges(), fields.isEmpty else { return nil }
    return changes
  }

  /// The changes of each commit, or `nil` when the output has another form.
  mutating func readCommits() -> [GitObjectID: [GitChange]]? {
    var commits: [GitObjectID: [GitChange]] = [:]
    while let id = fields.popFirst() {
      guard let commit = GitObjectID(id), let changes = readChanges() else { return nil }
      commits[commit] = changes
    }
    return commits
  }

  /// The changes up to the next field that begins none.
  private mutating func readChanges() -> [GitChange]? {
    var changes: [GitChange] = []
    while let header = fields.first, header.first == UInt8(ascii: ":") {
      fields.removeFirst()
      let parts = header.dropFirst().split(separator: 0x20)
      guard parts.count == 5, let status = parts[4].first, let path = fields.popFirst() else { return nil }
      let isPair = status == UInt8(ascii: "R") || status == UInt8(ascii: "C")
      guard let newPath = isPair ? fields.popFirst() : path else { return nil }
      guard let change = change(parts, from: path, to: newPath) else { continue }
      changes.append(change)
    }
    return changes
  }

  /// The change of a regular file, or `nil` when neither side is one.
  private func change(
    _ parts: [ArraySlice<UInt8>], from path: ArraySlice<UInt8>, to newPath: ArraySlice<UInt8>
  ) -> GitChange? {
    let before = file(mode: parts[0], blob: parts[2], path)
    let after = file(mode: parts[1], blob: parts[3], newPath)
    return before == nil && after == nil ? nil : GitChange(before: before, after: after)
  }

  private func file(mode: ArraySlice<UInt8>, blob: ArraySlice<UInt8>, _ path: ArraySlice<UInt8>) -> GitFile? {
    guard mode.starts(with: "100".utf8), let id = GitObjectID(blob) else { return nil }
    return GitFile(path: GitPath(path), blob: id)
  }
}
