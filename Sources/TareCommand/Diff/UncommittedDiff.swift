import Tare

/// A commit, and the prompts as they would be in the next one or as they are in the working tree.
struct UncommittedDiff {
  /// The commit; one that is not there is nothing for HEAD alone, in a repository without a commit.
  let base: String
  let side: Side
  let pathspecs: [String]

  /// What is compared with the commit.
  enum Side: String {
    case index = "what is staged"
    case workingTree = "the working tree"
  }

  func compared(_ selection: PromptSelection) async throws(CommandError) -> ComparedPrompts {
    do {
      let repository = try await GitRepository(containing: ".")
      let commit = try await commit(in: repository)
      switch side {
      case .index: return try await staged(since: commit, in: repository, selection)
      case .workingTree: return try await working(since: commit, in: repository, selection)
      }
    } catch GitError.unknownRef(let name, let nearest) {
      let hint = nearest.map { "; did you mean \"\($0)\"?" } ?? ""
      throw .missingBase("\"\(name)\": no such file or folder, and no commit is called that\(hint)")
    } catch GitError.notARepository {
      throw .usage("this folder is in no git repository; name two files or two folders")
    } catch {
      throw .input("git", error.description)
    }
  }

  private func commit(in repository: GitRepository) async throws(GitError) -> GitObjectID {
    do {
      return try await repository.commit(base)
    } catch .unknownRef(let name, _) where name == "HEAD" {
      return try await repository.emptyTree()
    } catch {
      throw error
    }
  }

  private func staged(
    since commit: GitObjectID, in repository: GitRepository, _ selection: PromptSelection
  ) async throws(GitError) -> ComparedPrompts {
    let folder = await repository.settingsFolder
    let isPrompt = { (file: GitFile) in selection.contains(file.path, in: folder) }
    let changes = try await repository.stagedChanges(since: commit, pathspecs: pathspecs)
      .compactMap { $0.limited(to: isPrompt) }
    let prompts = try await repository.files(at: commit, pathspecs: pathspecs).count(where: isPrompt)
    var compared = ComparedPrompts(base: base, head: side.rawValue)
    compared.folder = folder
    compared.otherUnchangedCount = max(0, prompts - changes.count { $0.before != nil })
    try await compared.add(changes, from: repository, selection)
    return compared
  }

  private func working(
    since commit: GitObjectID, in repository: GitRepository, _ selection: PromptSelection
  ) async throws(GitError) -> ComparedPrompts {
    let top = String(decoding: try await repository.topFolder(), as: UTF8.self)
    let isPrompt = { (path: GitPath) in selection.contains(path, in: top) }
    let files = try await repository.workingFiles(since: commit, pathspecs: pathspecs)
      .filter { $0.before.map { isPrompt($0.path) } == true || $0.after.map(isPrompt) == true }
    let contents = try await repository.contents(of: files.compactMap(\.before?.blob))
    var compared = ComparedPrompts(base: base, head: side.rawValue)
    compared.folder = top
    var next = contents.makeIterator()
    for file in files {
      let before = file.before.flatMap { file in next.next().map { InputFile(path: file.path.text, bytes: $0) } }
      compared.add(file, before, in: top, selection)
    }
    return compared
  }
}

extension ComparedPrompts {
  /// Compares a prompt of a commit with what is on the disk below `top`.
  fileprivate mutating func add(
    _ file: GitWorkingFile, _ before: InputFile?, in top: String, _ selection: PromptSelection
  ) {
    let text = { (input: InputFile) throws(CommandError) in
      try PromptText(input, as: selection.format(of: input.path, in: top))
    }
    do throws(CommandError) {
      let after = try file.after.flatMap { path throws(CommandError) in
        selection.contains(path, in: top) ? try Self.working(path, in: top) : nil
      }
      let old = file.before.flatMap { selection.contains($0.path, in: top) ? before : nil }
      if let old, let after, old.path == after.path, old.bytes == after.bytes {
        otherUnchangedCount += 1
      } else if old != nil || after != nil {
        pairs.append(
          PromptPair(
            path: (after ?? old)?.path ?? "", previousPath: after == nil || old?.path == after?.path ? nil : old?.path,
            before: try old.map(text), after: try after.map(text)))
      }
    } catch {
      failures.append(error)
    }
  }

  /// The prompt at a path of the repository; `nil` for one that was removed, or that something else stands for.
  private static func working(_ path: GitPath, in top: String) throws(CommandError) -> InputFile? {
    let place = top + "/" + path.text
    guard FileKind(at: place) == .file else { return nil }
    return InputFile(path: path.text, bytes: try InputFile.read(place).bytes)
  }
}
