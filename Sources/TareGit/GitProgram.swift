import Subprocess

/// Runs the `git` program for one folder: plumbing that only reads.
///
/// Nothing of the caller's environment or the repository's configuration can make it write, ask, page, fetch or
/// run another program: variables that point git elsewhere are removed, and optional locks, prompts and lazy
/// fetching are off.
struct GitProgram: Sendable {
  let folder: String

  /// What git printed, for a command that succeeded or ended with one of `accepted`.
  struct Answer {
    let exitCode: Int
    let output: [UInt8]
    let message: String
  }

  /// Runs a command and returns its answer, whatever its exit code. An answer above `limit` bytes is an error.
  func run(_ arguments: [String], input: [UInt8] = [], limit: Int = 64 << 20) async throws(GitError) -> Answer {
    do {
      let result = try await Subprocess.run(
        .name("git"), arguments: Arguments(Self.options + ["-C", folder] + arguments), environment: Self.environment,
        input: .array(input), output: .bytes(limit: limit), error: .bytes(limit: 65_536))
      let message = String(decoding: result.standardError, as: UTF8.self)
      guard case .exited(let code) = result.terminationStatus else { throw GitError.refused("it was interrupted") }
      return Answer(exitCode: Int(code), output: result.standardOutput, message: message)
    } catch let error as GitError {
      throw error
    } catch let error as SubprocessError where error.code == .executableNotFound {
      throw .programMissing
    } catch let error as SubprocessError where error.code == .outputLimitExceeded {
      throw .refused("the answer of git \(arguments[0]) is larger than \(limit >> 20) MB")
    } catch {
      throw .refused("\(error)")
    }
  }

  /// Runs a command that must succeed.
  func output(_ arguments: [String], input: [UInt8] = [], limit: Int = 64 << 20) async throws(GitError) -> [UInt8] {
    let answer = try await run(arguments, input: input, limit: limit)
    guard answer.exitCode == 0 else { throw refusal(answer) }
    return answer.output
  }

  /// The error for a command that failed: git's own first line without its prefix.
  func refusal(_ answer: Answer) -> GitError {
    if answer.message.contains("not a git repository") { return .notARepository(folder: folder) }
    let line = answer.message.split(separator: "\n").first.map(String.init) ?? "exit code \(answer.exitCode)"
    for prefix in ["fatal: ", "error: "] where line.hasPrefix(prefix) {
      return .refused(String(line.dropFirst(prefix.count)))
    }
    return .refused(line)
  }

  /// `diff-tree` refreshes the index and would start the file system monitor that a repository names.
  private static let options = ["--no-pager", "-c", "core.fsmonitor=false"]

  private static let environment: Environment = {
    var changes: [Environment.Key: String?] = [
      "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1",
      "GIT_NO_REPLACE_OBJECTS": "1",
    ]
    for name in redirectingVariables { changes[Environment.Key(stringLiteral: name)] = .some(nil) }
    return .inherit.updating(changes)
  }()

  /// Variables that would make git read another repository, another configuration or other objects, write a trace
  /// or take paths otherwise. Hooks set some of them.
  private static let redirectingVariables = [
    "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_NAMESPACE", "GIT_PREFIX", "GIT_GRAFT_FILE", "GIT_SHALLOW_FILE",
    "GIT_REPLACE_REF_BASE", "GIT_ATTR_SOURCE", "GIT_CONFIG", "GIT_CONFIG_COUNT", "GIT_CONFIG_PARAMETERS",
    "GIT_EXTERNAL_DIFF", "GIT_DIFF_OPTS", "GIT_LITERAL_PATHSPECS", "GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS",
    "GIT_ICASE_PATHSPECS", "GIT_TRACE", "GIT_TRACE2", "GIT_TRACE2_EVENT", "GIT_TRACE2_PERF", "GIT_TRACE_SETUP",
    "GIT_TRACE_PACKET", "GIT_TRACE_PERFORMANCE", "GIT_REDIRECT_STDIN", "GIT_REDIRECT_STDOUT", "GIT_REDIRECT_STDERR",
  ]
}
