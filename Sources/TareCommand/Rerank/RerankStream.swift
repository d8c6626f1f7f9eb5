import ArgumentParser
import Tare

/// NDJSON in, NDJSON out: one request a line, answered by one line in the same order, at once.
///
/// A line that cannot be read is answered by an object with `error` in its place, so that lines stay aligned, and the
/// exit code says so at the end. Memory is bounded by the longest line.
struct RerankStream {
  let path: String

  func run(_ reranking: inout Reranking) throws {
    var lines = try LineReader(path: path)
    var answers = try LineOutput(path: nil)
    let name = path == "-" ? InputFile.standardInputName : path
    var number = 0
    var hasFailed = false
    while let line = try lines.next() {
      number += 1
      let answer = reranking.answer(to: line, in: name, line: number)
      try answers.write(answer.text)
      // Whoever holds both ends waits for this answer before the next question.
      try answers.flushToStream()
      if let error = answer.error {
        StandardError.line(error.message)
        hasFailed = true
      }
    }
    try answers.finish()
    if hasFailed { throw ExitCode.badInput }
  }
}
