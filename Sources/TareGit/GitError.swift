/// Why git could not answer.
public enum GitError: Error, Sendable, Hashable {
  /// There is no `git` program.
  case programMissing
  /// The folder does not lie in a repository.
  case notARepository(folder: String)
  /// Nothing has that name; `nearest` is a branch or tag that has one like it.
  case unknownRef(String, nearest: String?)
  /// Two commits have no ancestor in common.
  case noMergeBase(String, String)
  /// Git refused; what it said.
  case refused(String)
  /// Git answered in a form this version does not know.
  case unexpectedAnswer(String)
}

extension GitError: CustomStringConvertible {
  /// One sentence that names the place or the ref.
  public var description: String {
    switch self {
    case .programMissing: "the program \"git\" is not installed or not in PATH"
    case .notARepository(let folder): "\"\(folder)\" is not in a git repository"
    case .unknownRef(let name, let nearest):
      "no commit is called \"\(name)\"" + (nearest.map { "; did you mean \"\($0)\"?" } ?? "")
    case .noMergeBase(let base, let head):
      "\"\(base)\" and \"\(head)\" have no commit in common, unless this clone is too shallow"
    case .refused(let message): "git refused: \(message)"
    case .unexpectedAnswer(let command): "git \(command) answered in an unknown form"
    }
  }
}
