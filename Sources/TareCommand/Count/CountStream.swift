import ArgumentParser
import Tare

/// NDJSON in, NDJSON out: one `{"text": …}` a line, answered by one `{"tokens": n}` a line in the same order.
///
/// A line that cannot be read is answered by `{"error": …}` in its place, so that lines stay aligned, and the exit
/// code says so at the end.
struct CountStream {
  let path: String
  let makesIDs: Bool
  private let counting: NormalizedCounting

  init(path: String, makesIDs: Bool, _ counting: NormalizedCounting) {
    self.path = path
    self.makesIDs = makesIDs
    self.counting = counting
  }

  func run() throws {
    var lines = try LineReader(path: path)
    var output: [UInt8] = []
    var number = 0
    var failed = false
    while let line = try lines.next() {
      number += 1
      var writer = JSONWriter()
      do throws(JSONError) {
        let text = try Self.text(of: line)
        writer.object { answer(&$0, text) }
      } catch {
        failed = true
        let place = "\(displayName):\(number):\(error.location.column)"
        StandardError.line(CommandError.input(place, error.reason).message)
        writer.object { $0.member("error", "\(place): \(error.reason)") }
      }
      output += writer.bytes
      output.append(0x0A)
      if output.count > 1 << 16 {
        StandardOutput.write(output)
        output.removeAll(keepingCapacity: true)
      }
    }
    StandardOutput.write(output)
    if failed { throw ExitCode.badInput }
  }

  private var displayName: String { path == "-" ? InputFile.standardInputName : path }

  private func answer(_ writer: inout JSONWriter, _ text: [UInt8]) {
    if makesIDs {
      let ids = counting.tokenizer.encode(text.span)
      writer.member("tokens", ids.count)
      writer.array("ids") { array in
        for id in ids { array.value(Int(id)) }
      }
    } else if counting.names.isEmpty {
      writer.member("tokens", counting.tokens(text))
    } else {
      let row = counting.row("", text)
      writer.member("tokens", row.tokens)
      writer.normalizedCounts(of: row, in: counting.names)
    }
  }

  private static func text(of line: [UInt8]) throws(JSONError) -> [UInt8] {
    let root = try JSONDocument(parsing: line).root
    guard let text = root["text"] else { throw root.unexpectedShape("expected an object with a member \"text\"") }
    guard let bytes = text.stringBytes else { throw text.unexpectedShape("\"text\" is not a string") }
    return bytes
  }
}
