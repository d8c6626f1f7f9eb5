/// How files came to be what they are: the commits that changed them, newest first.
///
/// A history is that of a branch: of a merge only the first parent is followed, so that each revision is the state before
/// it and what one commit made of it, and a merge is one step with all that it brought.
public struct GitHistory: Sendable, Hashable {
  /// The files as they stand at its newer end, in the order of their paths.
  public let files: [GitFile]
  /// What changed, newest first.
  public let revisions: [GitRevision]
  /// Why there is nothing older.
  public let end: End

  /// Why a history ends where it does.
  public enum End: Sendable, Hashable {
    /// The files began there, or the range did.
    case complete
    /// As many revisions as were asked for are there, and there are older ones.
    case limit
    /// The clone is shallow: what its oldest commit changed is not known.
    case shallow
    /// The files were renamed more often than is followed.
    case renames
  }
}

/// What one commit made of the files of a history.
public struct GitRevision: Sendable, Hashable {
  /// The commit.
  public let commit: GitCommit
  /// The files that differ from the revision before, at least one, in the order of their paths.
  public let changes: [GitChange]
}

extension GitRepository {
  /// The history of everything that lies at or below `paths`, with what it was called before.
  ///
  /// A file that came into being by a rename goes on as what it was renamed from, and so does a folder most of whose
  /// files came from one other folder, or each from somewhere. A file that is gone and comes back is one history.
  ///
  /// - Parameters:
  ///   - paths: Files and folders, from the top of the repository; the empty path is all of it. They need not exist.
  ///   - head: The newest commit.
  ///   - base: Where the history begins: this commit and all that led to it is left out.
  ///   - limit: The most revisions that are wanted.
  ///   - isWanted: Which files below folders count; those that `paths` name themselves always do.
  public func history(
    of paths: [GitPath], from head: GitObjectID, without base: GitObjectID? = nil, limit: Int = .max,
    where isWanted: @escaping @Sendable (GitPath) -> Bool = { _ in true }
  ) async throws(GitError) -> GitHistory {
    var walk = HistoryWalk(self, roots: HistoryRoots(paths), without: base, where: isWanted)
    return try await walk.history(from: head, limit: limit)
  }
}
