import ArgumentParser
import Tare

/// NDJSON in, NDJSON out: one payload a line, answered by one a line in the same order.
///
/// A line that cannot be read or made to fit is answered by `{"error": …}` in its place, so that lines stay aligned,
/// and the exit code says so at the end: 2 if any could not be read, else 1.
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
      let (payload, report) = try trimmed(line, number)
      return (payload, output.reportFile == nil ? [] : Array(report.json(.compact).utf8), nil)
    } catch {
      return (text(of: error), text(of: error), error)
    }
  }

  private var displayName: String { path == "-" ? InputFile.standardInputName : path }

  private func trimmed(_ line: [UInt8], _ number: Int) throws(CommandError) -> ([UInt8], TrimReport) {
    let conversation = try trimming.conversation(line, in: displayName, line: number)
    let (plan, counter) = try trimming.plan(conversation)
    do {
      return (
        try plan.applied(to: conversation),
        TrimReport(plan, counter: counter)
      )
    } catch {
      throw .cannotFit("\(displayName):\(number)", error)
    }
  }

  private func text(of error: CommandError) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { $0.member("error", String(error.message.dropFirst("tare: error: ".count))) }
    return writer.bytes
  }
}
