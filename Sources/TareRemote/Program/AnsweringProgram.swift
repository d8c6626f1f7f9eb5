internal import Subprocess
internal import SystemPackage

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A program that reads a question from standard input and writes its answer to standard output.
///
/// It has the environment and the standard error of this process, and a session of its own: when its time is up it is
/// ended with everything it has started.
struct AnsweringProgram: Sendable {
  let line: ProgramArguments
  let timeout: Duration

  /// The most bytes of an answer.
  static let answerLimit = 262_144

  /// What the program answers.
  func answer(to question: [UInt8]) async throws(ProgramError) -> String {
    guard let first = await within(timeout, { await run(question) }) else { throw failure(.timedOut) }
    let bytes = try first.get()
    guard let text = String(validating: bytes, as: UTF8.self) else { throw failure(.notText) }
    return text
  }

  private func run(_ question: [UInt8]) async -> Result<[UInt8], ProgramError> {
    _ = ignoresBrokenPipes
    do {
      let result = try await Subprocess.run(
        line.program.contains("/") ? .path(FilePath(line.program)) : .name(line.program),
        arguments: Arguments(line.arguments), platformOptions: Self.ownSession,
        input: .inputWriter, output: .bytes(limit: Self.answerLimit), error: .currentStandardError
      ) { execution in
        // Whoever answers without reading has answered.
        _ = try? await execution.standardInputWriter.write(question)
        try? await execution.standardInputWriter.finish()
      }
      switch result.terminationStatus {
      case .exited(0): return .success(result.standardOutput)
      case .exited(let code): return .failure(failure(.exitCode(Int(code))))
      case .signaled(let signal): return .failure(failure(.signal(Int(signal))))
      }
    } catch let error as SubprocessError {
      return .failure(failure(code(of: error)))
    } catch {
      return .failure(failure(.notRun("\(error)")))
    }
  }

  private func code(of error: SubprocessError) -> ProgramError.Code {
    switch error.code {
    case .executableNotFound: .notFound
    case .outputLimitExceeded: .tooLarge
    case .spawnFailed: .notFound
    default: .notRun("\(error)")
    }
  }

  private func failure(_ code: ProgramError.Code) -> ProgramError { ProgramError(code: code, program: line.program) }

  private static var ownSession: PlatformOptions {
    var options = PlatformOptions()
    options.createSession = true
    // Nothing of a question is worth saving, so nobody is asked to end: the whole session is ended at once.
    options.teardownSequence = [
      .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .milliseconds(200))
    ]
    return options
  }
}

/// Writing to a program that has ended is an error to be handled and not the end of this process. Nothing but the
/// process as a whole can say so of pipes.
private let ignoresBrokenPipes: Void = {
  signal(SIGPIPE, SIG_IGN)
}()
