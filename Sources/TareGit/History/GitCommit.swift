/// What a history shows of a commit.
public struct GitCommit: Sendable, Hashable {
  /// Its id.
  public let id: GitObjectID
  /// The commit it was made on; of a merge, the one that was merged into. `nil` for the first, and where a shallow clone
  /// ends.
  public let parent: GitObjectID?
  /// The day on which it was committed, where whoever did it was: `2026-11-20`.
  public let day: String
  /// The name of its author.
  public let author: String
  /// The first paragraph of its message, on one line.
  public let subject: String
}

extension GitRepository {
  /// At most `count` commits that changed one of `pathspecs`, newest first, from `start` back along first parents.
  ///
  /// - Parameter excluded: A commit that is left out together with all that led to it.
  func commits(
    from start: GitObjectID, without excluded: GitObjectID?, count: Int, pathspecs: [String]
  ) async throws(GitError) -> [GitCommit] {
    let range = [start.text] + (excluded.map { ["^" + $0.text] } ?? [])
    let output = try await program.output(
      ["rev-list", "--first-parent", "--max-count=\(count)", "--encoding=UTF-8", "--format=%P%x00%cs%x00%an%x00%s"]
        + range + ["--"] + pathspecs)
    guard let commits = readCommits(output) else { throw .unexpectedAnswer("rev-list") }
    return commits
  }

  /// Whether this clone was made without its oldest commits.
  func isShallow() async throws(GitError) -> Bool {
    try await program.output(["rev-parse", "--is-shallow-repository"]).starts(with: "true".utf8)
  }
}

/// Reads `git rev-list` in the format that ``GitRepository/commits(from:without:count:pathspecs:)`` asks for, or `nil`
/// for any other:
///
/// ```
/// commit <id>
/// <parents>␀<day>␀<author>␀<subject>
/// ```
func readCommits(_ output: [UInt8]) -> [GitCommit]? {
  var lines = output.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast()
  var commits: [GitCommit] = []
  while let header = lines.popFirst() {
    guard header.starts(with: "commit ".utf8), let line = lines.popFirst() else { return nil }
    let fields = line.split(separator: 0, maxSplits: 3, omittingEmptySubsequences: false)
    guard let id = GitObjectID(header.dropFirst(7)), fields.count == 4 else { return nil }
    commits.append(
      GitCommit(
        id: id, parent: fields[0].split(separator: 0x20).first.flatMap { GitObjectID($0) },
        day: String(decoding: fields[1], as: UTF8.self), author: String(decoding: fields[2], as: UTF8.self),
        subject: String(decoding: fields[3], as: UTF8.self)))
  }
  return commits
}
