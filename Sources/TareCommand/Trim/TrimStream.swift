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
    var number = 0
    var worst = ExitCode.success
    var payloads: [UInt8] = []
    var accounts = ""
    while let line = try lines.next() {
      number += 1
      do throws(CommandError) {
        let (payload, report) = try trimmed(line, number)
        payloads += payload + [0x0A]
        if output.reportFile != nil { accounts += report.json(.compact) + "\n" }
      } catch {
        StandardError.line(error.message)
        payloads += answer(error) + [0x0A]
        if output.reportFile != nil { accounts += String(decoding: answer(error), as: UTF8.self) + "\n" }
        worst = error.exitCode.rawValue > worst.rawValue ? error.exitCode : worst
      }
      if output.outputFile == nil, payloads.count > 1 << 16 {
        StandardOutput.write(payloads)
        payloads.removeAll(keepingCapacity: true)
      }
    }
    try StandardOutput.write(String(decoding: payloads, as: UTF8.self), orTo: output.outputFile)
    if let reportFile = output.reportFile { try StandardOutput.write(accounts, orTo: reportFile) }
    if !worst.isSuccess { throw worst }
  }

  private var displayName: String { path == "-" ? InputFile.standardInputName : path }

  private func trimmed(_ line: [UInt8], _ number: Int) throws(CommandError) -> ([UInt8], TrimReport) {
    let conversation = try trimming.conversation(line, in: displayName, line: number)
    let (plan, counter) = try trimming.plan(conversation)
    do {
      return (try plan.applied(to: conversation), TrimReport(plan, encoding: counter.tokenizer.encoding))
    } catch {
      throw .cannotFit("\(displayName):\(number)", error)
    }
  }

  private func answer(_ error: CommandError) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { $0.member("error", String(error.message.dropFirst("tare: error: ".count))) }
    return writer.bytes
  }
}
