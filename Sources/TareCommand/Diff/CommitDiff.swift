import FoundationEssentials
import Tare

/// Two commits whose prompts are compared.
struct CommitDiff {
  let base: String
  let head: String
  /// Whether the prompts before are those of the merge base, so that what others did since does not count.
  let isFromMergeBase: Bool
  let pathspecs: [String]
  let selection: PromptSelection

  func compared() async throws(CommandError) -> ComparedPrompts {
    do {
      return try await read()
    } catch GitError.unknownRef(let name, let nearest) where name == base || name == head {
      // Beside a file that is there, the name that is no file is the mistake, though neither is a commit.
      let missing = isFile(name) ? [base, head].first { !isFile($0) } ?? name : name
      let fetch = missing.contains("/") ? " (where it should be one, git fetch brings it)" : ""
      let hint = (missing == name ? nearest.map { "; did you mean \"\($0)\"?" } : nil) ?? fetch
      let reason = "\"\(missing)\": no such file or folder, and no commit is called that\(hint)"
      throw missing == base ? .missingBase(reason) : .usage(reason)
    } catch GitError.noMergeBase(let base, let head) {
      throw .missingBase(GitError.noMergeBase(base, head).description)
    } catch GitError.notARepository {
      throw .usage("\"\(base)\" and \"\(head)\" are not two files or folders, and this folder is in no git repository")
    } catch {
      throw .input("git", error.description)
    }
  }

  private func isFile(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  private func read() async throws(GitError) -> ComparedPrompts {
    let repository = try await GitRepository(containing: ".")
    let new = try await repository.commit(head)
    let old =
      isFromMergeBase ? try await repository.mergeBase(of: base, and: head) : try await repository.commit(base)
    let folder = await repository.settingsFolder
    let isPrompt = { (file: GitFile) in selection.contains(file.path, in: folder) }
    let changes = try await repository.changes(from: old, to: new, pathspecs: pathspecs)
      .compactMap { $0.limited(to: isPrompt) }
    let prompts = try await repository.files(at: new, pathspecs: pathspecs).count(where: isPrompt)
    let time = try await repository.time(of: new)
    var compared = ComparedPrompts(
      base: isFromMergeBase ? "merge base with \(base)" : base, head: head,
      headCommit: .init(id: new.text, time: time.seconds), day: CalendarDate(time.day))
    compared.folder = folder
    compared.otherUnchangedCount = max(0, prompts - changes.count { $0.after != nil })
    try await compared.add(changes, from: repository, selection)
    return compared
  }
}

extension GitRepository {
  /// The folder in which paths of commits begin, for settings to be found by; empty in a repository without a working
  /// tree, which has no settings beside its prompts.
  var settingsFolder: String {
    get async { (try? await topFolder()).map { String(decoding: $0, as: UTF8.self) } ?? "" }
  }
}

extension ComparedPrompts {
  /// Reads both sides of each change, all through one process.
  mutating func add(
    _ changes: [GitChange], from repository: GitRepository, _ selection: PromptSelection
  ) async throws(GitError) {
    let files = changes.flatMap { [$0.before, $0.after].compactMap(\.self) }
    let contents = try await repository.contents(of: files.map(\.blob))
    var next = contents.makeIterator()
    for change in changes {
      let before = change.before.flatMap { file in next.next().map { (file, $0) } }
      let after = change.after.flatMap { file in next.next().map { (file, $0) } }
      do throws(CommandError) {
        let text = { [folder] (file: GitFile, bytes: [UInt8]) throws(CommandError) in
          let path = file.path.text
          return try PromptText(InputFile(path: path, bytes: bytes), as: selection.format(of: path, in: folder))
        }
        let pair = PromptPair(
          path: (change.after ?? change.before)?.path.text ?? "",
          previousPath: change.isRename ? change.before?.path.text : nil,
          before: try before.map(text), after: try after.map(text))
        pairs.append(pair)
      } catch {
        failures.append(error)
      }
    }
  }
}

extension GitChange {
  fileprivate var isRename: Bool {
    guard let before, let after else { return false }
    return before.path != after.path
  }
}
