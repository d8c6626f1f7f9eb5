import Tare

/// Reads the history of prompts and counts each of their versions once.
struct PromptLog {
  let target: LogTarget
  let limit: Int?
  let uses: PromptUses
  let selection: PromptSelection

  /// The history, added up and priced.
  func report() throws -> HistoryReport {
    let (target, limit, selection) = (target, limit ?? .max, selection)
    let (repository, history) = try waiting { try await Self.read(target, limit: limit, selection) }
    let folder = try waiting { await repository.settingsFolder }
    let uses = try HistoryUses(history, below: folder, uses)
    let counting = try VersionCounting(history, in: repository, uses.model.tokenizer) {
      selection.format(of: $0.path.text, in: folder)
    }
    let revisions = history.revisions.map { revision in
      PromptRevision(HistoryCommit(revision.commit), changes: revision.changes.map(counting.change))
    }
    let newest = history.files.map { (path: $0.path.text, version: counting.version(of: $0)) }
    do {
      return try HistoryReport(
        of: target.paths, range: target.range?.text, revisions, newest: newest, end: .init(history.end),
        uses, basis: counting.basis)
    } catch {
      throw CommandError.usage(error.description)
    }
  }

  private static func read(
    _ target: LogTarget, limit: Int, _ selection: PromptSelection
  ) async throws -> (GitRepository, GitHistory) {
    do {
      let places = try await LogPlaces(of: target.paths)
      let repository = places.repository
      let head = try await repository.commit(target.range?.head ?? "HEAD")
      let folder = await repository.settingsFolder
      let history = try await repository.history(
        of: places.places, from: head, without: try await base(of: target.range, in: repository), limit: limit
      ) { selection.contains($0, in: folder) }
      try check(history, of: target, places.places)
      return (repository, history)
    } catch GitError.unknownRef(let name, _) where target.range == nil && name == "HEAD" {
      throw CommandError.usage("the repository has no commit yet")
    } catch GitError.notARepository(let folder) {
      throw CommandError.usage("\"\(folder)\" is in no git repository, and has no history")
    } catch let error as GitError where error.isUnknownRef {
      throw CommandError.usage(error.description)
    } catch let error as GitError {
      throw CommandError.input("git", error.description)
    }
  }

  private static func base(of range: LogTarget.Range?, in repository: GitRepository) async throws -> GitObjectID? {
    guard let range else { return nil }
    return range.isFromMergeBase
      ? try await repository.mergeBase(of: range.base, and: range.head) : try await repository.commit(range.base)
  }

  /// A path that no commit knows is a mistake, and is not shown as a prompt without commits.
  private static func check(_ history: GitHistory, of target: LogTarget, _ places: [GitPath]) throws(CommandError) {
    guard history.end == .complete, target.range == nil || history.files.isEmpty else { return }
    let known =
      history.files.map(\.path)
      + history.revisions.flatMap(\.changes).flatMap { [$0.before, $0.after] }
      .compactMap { $0?.path }
    for (path, place) in zip(target.paths, places) where !known.contains(where: { $0.isAt(place) }) {
      let link = FileKind(at: path) == .link ? "; it is a symbolic link: name what it leads to" : ""
      throw .usage("no commit up to \(target.range?.head ?? "HEAD") has a prompt at \"\(path)\"\(link)")
    }
  }
}

extension GitError {
  fileprivate var isUnknownRef: Bool { if case .unknownRef = self { true } else { false } }
}

extension GitPath {
  /// Whether it is `place` or lies below it.
  fileprivate func isAt(_ place: GitPath) -> Bool {
    place.bytes.isEmpty || bytes == place.bytes || bytes.starts(with: place.bytes + [UInt8(ascii: "/")])
  }
}

extension HistoryCommit {
  fileprivate init(_ commit: GitCommit) {
    self.init(id: commit.id.text, day: commit.day, author: commit.author, subject: commit.subject)
  }
}

extension HistoryReport.End {
  fileprivate init(_ end: GitHistory.End) {
    switch end {
    case .complete: self = .complete
    case .limit: self = .limit
    case .shallow: self = .shallow
    case .renames: self = .renames
    }
  }
}
