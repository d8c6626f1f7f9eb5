import TareText

/// A git repository, read through the `git` program and never written to: no checkout, no index, no hooks.
public struct GitRepository: Sendable {
  let program: GitProgram

  /// The repository that `folder` lies in. Paths in pathspecs are relative to the folder.
  ///
  /// - Throws: ``GitError/notARepository(folder:)`` when it lies in none, ``GitError/programMissing`` without git.
  public init(containing folder: String) async throws(GitError) {
    program = GitProgram(folder: folder)
    _ = try await program.output(["rev-parse", "--git-dir"])
  }

  /// The commit that a branch, tag, id or any other revision names.
  ///
  /// - Throws: ``GitError/unknownRef(_:nearest:)``, with the branch or tag that has the nearest name.
  public func commit(_ revision: String) async throws(GitError) -> GitObjectID {
    // A revision may not begin with "-" (git check-ref-format), and one that did would be read as an option.
    guard !revision.isEmpty, !revision.hasPrefix("-"), !revision.utf8.contains(0) else {
      throw .unknownRef(revision, nearest: nil)
    }
    let answer = try await program.run(["rev-parse", "--verify", "--quiet", revision + "^{commit}"])
    guard answer.exitCode == 0, let id = GitObjectID(line: answer.output) else {
      throw .unknownRef(revision, nearest: nearestName(to: revision, among: try await refNames()))
    }
    return id
  }

  /// The commit at which `head` left `base`; with several, the one git thinks best.
  ///
  /// - Throws: ``GitError/noMergeBase(_:_:)`` when the histories never met, as in a shallow clone.
  public func mergeBase(of base: String, and head: String) async throws(GitError) -> GitObjectID {
    let ids = [try await commit(base), try await commit(head)]
    let answer = try await program.run(["merge-base"] + ids.map(\.text))
    guard answer.exitCode == 0 else {
      if answer.exitCode == 1 { throw .noMergeBase(base, head) }
      throw program.refusal(answer)
    }
    guard let id = GitObjectID(line: answer.output) else { throw .unexpectedAnswer("merge-base") }
    return id
  }

  /// The short names of all branches and tags, remote ones included.
  private func refNames() async throws(GitError) -> [String] {
    let output = try await program.output(
      ["for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/tags", "refs/remotes"])
    return output.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) } + ["HEAD"]
  }
}

/// The id of a commit or a blob: 40 hexadecimal digits, or 64 in a SHA-256 repository.
public struct GitObjectID: Sendable, Hashable {
  /// The digits.
  public let text: String

  /// An id from its digits, or `nil` for anything else.
  init?(_ digits: some Collection<UInt8>) {
    guard digits.count == 40 || digits.count == 64 else { return nil }
    let isHexadecimal = digits.allSatisfy {
      UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || UInt8(ascii: "a")...UInt8(ascii: "f") ~= $0
    }
    guard isHexadecimal else { return nil }
    text = String(decoding: digits, as: UTF8.self)
  }

  init(text: String) {
    self.text = text
  }

  init?(line: [UInt8]) {
    self.init(line.prefix { $0 != 0x0A })
  }

  /// The first digits, as people quote an id.
  public var short: String { String(text.prefix(10)) }
}
