public import TareTrim

/// A program of the user's that summarises: it reads ``TareTrim/SummaryRequest/json`` and writes the summary.
///
/// ```swift
/// let program = SummarizerProgram(line, timeout: .seconds(30))
/// let (smaller, warning) = try await window.fitted(request) { try await program.summary(of: $0) }
/// ```
public struct SummarizerProgram: Sendable {
  private let program: AnsweringProgram

  /// A program that may take so long for one summary.
  public init(_ line: ProgramArguments, timeout: Duration = .seconds(60)) {
    program = AnsweringProgram(line: line, timeout: timeout)
  }

  /// What the program writes.
  ///
  /// - Throws: ``ProgramError`` where it does not end in time or well, writes more than 256 KiB, or no UTF-8.
  public func summary(of request: SummaryRequest) async throws(ProgramError) -> String {
    try await program.answer(to: request.json)
  }
}
