import Subprocess

/// Runs the `git` program for one folder: plumbing that only reads.
///
/// Neither the caller's environment nor a repository's configuration can make it write, ask, page, fetch or run another
/// program; see ``GitEnvironment`` for the variables that reach it.
struct GitProgram: Sendable {
  let folder: String
  /// Whether the caller's `GIT_INDEX_FILE` is the index: `git commit FILE` and `git commit --all` let hooks look at what
  /// is about to be committed by it.
  var takesIndexOfCaller = false

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
        .name("git"), arguments: Arguments(Self.options + ["-C", folder] + arguments),
        environment: GitEnvironment.ofThisProcess(withIndex: takesIndexOfCaller),
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
}
