/// Why a program gave no answer. It names nothing of what the program read or wrote.
public struct ProgramError: Error, Sendable, Hashable {
  /// What kind of failure it is.
  public enum Code: Sendable, Hashable {
    /// There is no such program, or it may not be run.
    case notFound
    /// It could not be run for another reason.
    case notRun(String)
    /// It did not end in time and was ended, with everything it had started.
    case timedOut
    /// It ended with another exit code than 0.
    case exitCode(Int)
    /// A signal ended it.
    case signal(Int)
    /// It wrote more than an answer may have.
    case tooLarge
    /// What it wrote is no text in UTF-8.
    case notText
  }

  /// What kind of failure it is.
  public let code: Code
  /// The program.
  public let program: String
}

extension ProgramError: CustomStringConvertible {
  /// One sentence with the program.
  public var description: String {
    switch code {
    case .notFound: "\(program) is no program that can be run"
    case .notRun(let reason): "\(program) could not be run: \(reason)"
    case .timedOut: "\(program) did not end in time and was ended"
    case .exitCode(let code): "\(program) ended with exit code \(code)"
    case .signal(let signal): "\(program) was ended by signal \(signal)"
    case .tooLarge: "\(program) wrote more than an answer may have"
    case .notText: "what \(program) wrote is no text in UTF-8"
    }
  }
}
