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

  func compared() async throws(CommandError) -> ComparedPrompts {
    do {
      let repository = try await GitRepository(containing: ".")
      let commit = try await commit(in: repository)
      switch side {
      case .index: return try await staged(since: commit, in: repository)
      case .workingTree: return try await working(since: commit, in: repository)
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
    since commit: GitObjectID, in repository: GitRepository
  ) async throws(GitError) -> ComparedPrompts {
    let changes = try await repository.stagedChanges(since: commit, pathspecs: pathspecs)
      .compactMap { $0.limited(to: \.isPrompt) }
    let prompts = try await repository.files(at: commit, pathspecs: pathspecs).count { $0.isPrompt }
    var compared = ComparedPrompts(base: base, head: side.rawValue)
    compared.folder = await repository.settingsFolder
    compared.otherUnchangedCount = max(0, prompts - changes.count { $0.before != nil })
    try await compared.add(changes, from: repository)
    return compared
  }

  private func working(
    since commit: GitObjectID, in repository: GitRepository
  ) async throws(GitError) -> ComparedPrompts {
    let files = try await repository.workingFiles(since: commit, pathspecs: pathspecs)
      .filter { $0.before?.isPrompt == true || $0.after?.isPrompt == true }
    let top = String(decoding: try await repository.topFolder(), as: UTF8.self)
    let contents = try await repository.contents(of: files.compactMap(\.before?.blob))
    var compared = ComparedPrompts(base: base, head: side.rawValue)
    compared.folder = top
    var next = contents.makeIterator()
    for file in files {
      let before = file.before.flatMap { file in next.next().map { InputFile(path: file.path.text, bytes: $0) } }
      compared.add(file, before, in: top)
    }
    return compared
  }
}

extension ComparedPrompts {
  /// Compares a prompt of a commit with what is on the disk below `top`.
  fileprivate mutating func add(_ file: GitWorkingFile, _ before: InputFile?, in top: String) {
    do throws(CommandError) {
      let after = try file.after.flatMap { path throws(CommandError) in try Self.working(path, in: top) }
      let old = file.before?.isPrompt == true ? before : nil
      if let old, let after, old.path == after.path, old.bytes == after.bytes {
        otherUnchangedCount += 1
      } else if old != nil || after != nil {
        pairs.append(
          PromptPair(
            path: (after ?? old)?.path ?? "", previousPath: after == nil || old?.path == after?.path ? nil : old?.path,
            before: try old.map { input throws(CommandError) in try PromptText(input) },
            after: try after.map { input throws(CommandError) in try PromptText(input) }))
      }
    } catch {
      failures.append(error)
    }
  }

  /// The prompt at a path of the repository; `nil` for one that was removed, or that something else stands for.
  private static func working(_ path: GitPath, in top: String) throws(CommandError) -> InputFile? {
    let place = top + "/" + path.text
    guard path.isPrompt, FileKind(at: place) == .file else { return nil }
    return InputFile(path: path.text, bytes: try InputFile.read(place).bytes)
  }
}

extension GitFile {
  /// Whether its name says that it is a prompt.
  var isPrompt: Bool { path.isPrompt }
}

extension GitPath {
  /// Whether the name says that the file is a prompt.
  var isPrompt: Bool { PromptFormat(path: text) != nil }
}
