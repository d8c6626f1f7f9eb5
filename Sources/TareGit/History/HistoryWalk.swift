/// Walks back from a commit in pages of commits that changed the roots:
///
/// ```
/// newest ──► page ──► page ──► a root comes into being by a rename ──► page of its earlier name ──► oldest
/// ```
/// Three processes read a page however long it is, and three more a rename that is followed.
struct HistoryWalk {
  private let repository: GitRepository
  private let excluded: GitObjectID?
  private let isWanted: @Sendable (GitPath) -> Bool
  private var roots: HistoryRoots
  private var files = HistoryFiles([], roots: HistoryRoots([]))
  private var revisions: [GitRevision] = []
  private var followedCount = 0
  private var oldest: GitCommit?

  /// Pages grow, so that a short history costs little and a long one few processes.
  private static let firstPage = 64
  private static let longestPage = 16_384
  /// Whoever renames a prompt more often than this does so to no good end.
  private static let renameLimit = 64

  init(
    _ repository: GitRepository, roots: HistoryRoots, without excluded: GitObjectID?,
    where isWanted: @escaping @Sendable (GitPath) -> Bool
  ) {
    (self.repository, self.roots, self.excluded, self.isWanted) = (repository, roots, excluded, isWanted)
  }

  mutating func history(from head: GitObjectID, limit: Int) async throws(GitError) -> GitHistory {
    files = try await files(at: head)
    let newest = files.sorted
    var next: GitObjectID? = head
    var count = Self.firstPage
    while let start = next, revisions.count <= limit, followedCount <= Self.renameLimit {
      next = try await readPage(from: start, count: count)
      count = min(count * 4, Self.longestPage)
    }
    let end = try await end(hasMore: next != nil, limit: limit)
    return GitHistory(files: newest, revisions: Array(revisions.prefix(limit)), end: end)
  }

  private func end(hasMore: Bool, limit: Int) async throws(GitError) -> GitHistory.End {
    if revisions.count > limit { return .limit }
    if hasMore { return .renames }
    guard let oldest, oldest.parent == nil else { return .complete }
    return try await repository.isShallow() ? .shallow : .complete
  }

  /// Adds the revisions of a page; returns the commit to go on from, or `nil` at the end.
  private mutating func readPage(from start: GitObjectID, count: Int) async throws(GitError) -> GitObjectID? {
    let commits = try await repository.commits(
      from: start, without: excluded, count: count, pathspecs: roots.pathspecs)
    oldest = commits.last ?? oldest
    let page = try await revisions(of: commits)
    if let parent = try await follow(in: page) { return parent }
    for revision in page { append(revision) }
    return commits.count == count ? commits.last?.parent : nil
  }

  private mutating func append(_ revision: GitRevision) {
    _ = files.undo(revision.changes)
    if !revision.changes.isEmpty { revisions.append(revision) }
  }

  /// What each of `commits` made of the wanted files.
  private func revisions(of commits: [GitCommit]) async throws(GitError) -> [GitRevision] {
    let changes = try await repository.changes(by: commits, options: ["--no-renames"], pathspecs: roots.pathspecs)
    return commits.map { commit in
      GitRevision(commit: commit, changes: (changes[commit.id] ?? []).compactMap { $0.limited(to: counts) })
    }
  }

  private func counts(_ file: GitFile) -> Bool { roots.names(file.path) || isWanted(file.path) }

  private func files(at commit: GitObjectID) async throws(GitError) -> HistoryFiles {
    let files = try await repository.files(at: commit, pathspecs: roots.pathspecs)
    return HistoryFiles(files.filter(counts), roots: roots)
  }

  /// Goes back to the newest commit of `page` that renamed a root, and adds what leads there.
  ///
  /// - Returns: The commit to go on from, with the roots as they were called there; `nil` where none was renamed.
  private mutating func follow(in page: [GitRevision]) async throws(GitError) -> GitObjectID? {
    let births = births(in: page)
    let renames = try await repository.changes(by: births.map { page[$0.index].commit }, options: ["-M", "-l1000"])
    for birth in births {
      let commit = page[birth.index].commit
      guard let parent = commit.parent, let renamed = renamedRoots(birth.origins, renames[commit.id] ?? []) else {
        continue
      }
      for revision in page[..<birth.index] { append(revision) }
      roots = renamed
      let before = try await files(at: parent)
      let changes = files.changes(since: before, renames: renames[commit.id] ?? [])
      revisions.append(GitRevision(commit: commit, changes: changes))
      files = before
      followedCount += 1
      return parent
    }
    return nil
  }

  /// The commits of `page`, by their places, that brought roots into being.
  private func births(in page: [GitRevision]) -> [(index: Int, origins: [HistoryOrigin])] {
    var files = files
    var births: [(index: Int, origins: [HistoryOrigin])] = []
    for (index, revision) in page.enumerated() {
      let origins = files.undo(revision.changes)
      if !origins.isEmpty, revision.commit.parent != nil { births.append((index, origins)) }
    }
    return births
  }

  private func renamedRoots(_ origins: [HistoryOrigin], _ renames: [GitChange]) -> HistoryRoots? {
    var renamed = roots
    for origin in origins {
      if let paths = origin.paths(in: renames) { renamed = renamed.replacing(origin.root, with: paths) }
    }
    return renamed == roots ? nil : renamed
  }
}
