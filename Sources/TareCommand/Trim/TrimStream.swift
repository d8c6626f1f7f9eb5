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
    var archive = try output.archive.map { path throws(CommandError) in try ArchiveFile(path: path) }
    var number = 0
    var worst = ExitCode.success
    while let line = try lines.next() {
      number += 1
      let answer = answer(to: line, number)
      try archive?.add(answer.taken)
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
  private func answer(to line: [UInt8], _ number: Int) -> LineAnswer {
    do throws(CommandError) {
      let trimmed = try trimming.trimmed(line, in: displayName, line: number)
      output.explain(trimmed.report, isAccount: false)
      let account = output.reportFile == nil ? [] : Array(trimmed.report.json(.compact).utf8)
      guard trimmed.request == nil, let error = trimmed.error else {
        return LineAnswer(payload: trimmed.output, account: account, taken: trimmed.taken, error: trimmed.error)
      }
      return LineAnswer(error: error, text(of: error))
    } catch {
      let root = try? JSONDocument(parsing: line).root
      guard let root, TrimRequest.isRequest(root) else { return LineAnswer(error: error, text(of: error)) }
      return LineAnswer(error: error, TrimAnswer.text(id: root["id"], error: reason(of: error)))
    }
  }

  private var displayName: String { path == "-" ? InputFile.standardInputName : path }

  private func text(of error: CommandError) -> [UInt8] {
    var writer = JSONWriter()
    writer.object {
      $0.member("status", error.exitCode == .findings ? TrimPlan.Status.cannotFit.rawValue : "error")
      $0.member("error", reason(of: error))
    }
    return writer.bytes
  }

  private func reason(of error: CommandError) -> String { String(error.message.dropFirst("tare: error: ".count)) }
}

/// What one line is answered with.
private struct LineAnswer {
  let payload: [UInt8]
  let account: [UInt8]
  var taken: [ArchiveEntry] = []
  let error: CommandError?

  init(payload: [UInt8], account: [UInt8], taken: [ArchiveEntry], error: CommandError?) {
    (self.payload, self.account, self.taken, self.error) = (payload, account, taken, error)
  }

  /// An error as both payload and account.
  init(error: CommandError, _ text: [UInt8]) { (payload, account, self.error) = (text, text, error) }
}
