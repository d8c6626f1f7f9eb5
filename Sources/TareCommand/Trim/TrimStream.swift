import ArgumentParser
import Tare

/// NDJSON in, NDJSON out: one payload or request a line, answered by one line in the same order, at once.
///
/// A line that cannot be read or made to fit is answered by an object with `error` in its place, so that lines stay
/// aligned, and the exit code says so at the end: 2 if any could not be read, else 1.
struct TrimStream {
  let path: String
  let trimming: Trimming
  let output: TrimOutputOptions

  func run() throws {
    var lines = try LineReader(path: path)
    var payloads = try LineOutput(path: output.outputFile)
    var accounts = try output.reportFile.map { path throws(CommandError) in try LineOutput(path: path) }
    var number = 0
    var worst = ExitCode.success
    while let line = try lines.next() {
      number += 1
      let answer = answer(to: line, number)
      try payloads.write(answer.payload)
      // Whoever holds both ends waits for this answer before the next question.
      try payloads.flushToStream()
      try accounts?.write(answer.account)
      if let error = answer.error {
        StandardError.line(error.message)
        worst = error.exitCode.rawValue > worst.rawValue ? error.exitCode : worst
      }
    }
    try payloads.finish()
    try accounts?.finish()
    if !worst.isSuccess { throw worst }
  }

  /// What goes into the place of a line, and its account.
  private func answer(to line: [UInt8], _ number: Int) -> (payload: [UInt8], account: [UInt8], error: CommandError?) {
    do throws(CommandError) {
      let trimmed = try trimming.trimmed(line, in: displayName, line: number)
      let account = output.reportFile == nil ? [] : Array(trimmed.report.json(.compact).utf8)
      guard trimmed.request == nil, let error = trimmed.error else { return (trimmed.output, account, trimmed.error) }
      return (text(of: error), text(of: error), error)
    } catch {
      let root = try? JSONDocument(parsing: line).root
      guard let root, TrimRequest.isRequest(root) else { return (text(of: error), text(of: error), error) }
      let answer = TrimAnswer.text(id: root["id"], error: reason(of: error))
      return (answer, answer, error)
    }
  }

  private var displayName: String { path == "-" ? InputFile.standardInputName : path }

  private func text(of error: CommandError) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { $0.member("error", reason(of: error)) }
    return writer.bytes
  }

  private func reason(of error: CommandError) -> String { String(error.message.dropFirst("tare: error: ".count)) }
}
