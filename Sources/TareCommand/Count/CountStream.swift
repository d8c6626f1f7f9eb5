import ArgumentParser
import Tare

/// NDJSON in, NDJSON out: one `{"text": …}` a line, answered by one `{"tokens": n}` a line in the same order.
///
/// A line that cannot be read is answered by `{"error": …}` in its place, so that lines stay aligned, and the exit
/// code says so at the end. Blocks of lines are answered by several tasks; only a few are under way at a time, and when
/// no line waits to be read, all that were read are answered first: a program may ask line by line.
struct CountStream {
  let path: String
  let makesIDs: Bool
  let threads: Int
  private let counting: NormalizedCounting

  /// The answers to a block of lines.
  private struct Answers: Sendable {
    var output: [UInt8] = []
    var errors: [String] = []
  }

  init(path: String, makesIDs: Bool, threads: Int, _ counting: NormalizedCounting) {
    self.path = path
    self.makesIDs = makesIDs
    self.threads = threads
    self.counting = counting
  }

  func run() throws {
    let hasFailed = threads > 1 ? try waiting { try await answerTogether() } : try answerAlone()
    if hasFailed { throw ExitCode.badInput }
  }

  // MARK: Answering

  private func answerAlone() throws(CommandError) -> Bool {
    var blocks = try LineBlocks(path: path)
    var hasFailed = false
    while let block = try blocks.next() {
      let answers = answers(to: block, of: blocks.name)
      write(answers)
      hasFailed = hasFailed || !answers.errors.isEmpty
    }
    return hasFailed
  }

  private func answerTogether() async throws -> Bool {
    var blocks = try LineBlocks(path: path)
    let name = blocks.name
    return try await withThrowingTaskGroup(of: (Int, Answers).self) { group in
      var done: [Int: Answers] = [:]
      var written = 0
      var read = 0
      var hasFailed = false
      while true {
        // Two blocks for each task: one under way and one ready when it is done.
        while read - written >= 2 * threads || (written < read && !blocks.isReady()) {
          try await collect(&group, &done)
          while let answers = done.removeValue(forKey: written) {
            write(answers)
            hasFailed = hasFailed || !answers.errors.isEmpty
            written += 1
          }
        }
        guard let block = try blocks.next() else { break }
        group.addTask { [read] in (read, answers(to: block, of: name)) }
        read += 1
      }
      for try await (index, answers) in group { done[index] = answers }
      for index in written..<read {
        guard let answers = done[index] else { continue }
        write(answers)
        hasFailed = hasFailed || !answers.errors.isEmpty
      }
      return hasFailed
    }
  }

  private func collect(
    _ group: inout ThrowingTaskGroup<(Int, Answers), any Error>, _ done: inout [Int: Answers]
  ) async throws {
    if let (index, answers) = try await group.next() { done[index] = answers }
  }

  private func write(_ answers: Answers) {
    for error in answers.errors { StandardError.line(error) }
    StandardOutput.write(answers.output)
  }

  // MARK: Lines

  private func answers(to block: LineBlocks.Block, of name: String) -> Answers {
    var answers = Answers()
    block.forEachLine { line, number in
      var writer = JSONWriter()
      do throws(JSONError) {
        let text = try Self.text(of: line)
        writer.object { answer(&$0, text) }
      } catch {
        let place = "\(name):\(number):\(error.location.column)"
        answers.errors.append(CommandError.input(place, error.reason).message)
        writer.object { $0.member("error", "\(place): \(error.reason)") }
      }
      answers.output += writer.bytes
      answers.output.append(0x0A)
    }
    return answers
  }

  private func answer(_ writer: inout JSONWriter, _ text: [UInt8]) {
    if makesIDs {
      let ids = counting.tokenizer.encode(text.span)
      writer.member("tokens", ids.count)
      writer.array("ids") { array in
        for id in ids { array.value(Int(id)) }
      }
    } else if counting.names.isEmpty {
      let count = counting.count(text)
      writer.member("tokens", count.tokens)
      if count.basis != .exact { writer.member("basis", count.basis.name) }
      if case .estimated(let band) = count.basis { writer.member("bandPerMille", band) }
    } else {
      let row = counting.row("", text)
      writer.member("tokens", row.tokens)
      writer.normalizedCounts(of: row, in: counting.names)
    }
  }

  private static func text(of line: ArraySlice<UInt8>) throws(JSONError) -> [UInt8] {
    let root = try JSONDocument(parsing: Array(line)).root
    guard let text = root["text"] else { throw root.unexpectedShape("expected an object with a member \"text\"") }
    guard let bytes = text.stringBytes else { throw text.unexpectedShape("\"text\" is not a string") }
    return bytes
  }
}
