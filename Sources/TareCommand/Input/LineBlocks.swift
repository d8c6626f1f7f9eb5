/// The lines of a stream in blocks of whole lines: what is kept is bounded by the longest line.
struct LineBlocks: ~Copyable {
  /// Some whole lines.
  struct Block: Sendable {
    /// The lines with their endings; the last one of the stream may have none.
    let bytes: [UInt8]
    /// The number of the first line, from 1.
    let firstLine: Int

    /// Calls `body` with each line without its ending, and its number.
    func forEachLine(_ body: (_ line: ArraySlice<UInt8>, _ number: Int) -> Void) {
      var rest = bytes[...]
      var number = firstLine
      while !rest.isEmpty {
        let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
        let line = rest[..<end]
        body(line.last == 0x0D ? line.dropLast() : line, number)
        rest = rest[min(end + 1, rest.endIndex)...]
        number += 1
      }
    }
  }

  private var input: InputParts
  /// The beginning of a line whose end has not come yet.
  private var rest: [UInt8] = []
  private var lineCount = 0

  /// The name the stream is shown by.
  var name: String { input.name }

  /// The lines of standard input for `-`, or of the file at `path`.
  init(path: String) throws(CommandError) {
    input = try InputParts(path: path)
  }

  /// Whether the next block can be had without waiting for whoever writes the stream.
  borrowing func isReady() -> Bool { input.isReady() }

  /// The next lines, at least one; `nil` behind the last.
  mutating func next() throws(CommandError) -> Block? {
    while let part = try input.next() {
      guard let newline = part.lastIndex(of: 0x0A) else {
        rest += part
        continue
      }
      let block = makeBlock(rest + part[...newline])
      rest = Array(part[(newline + 1)...])
      return block
    }
    guard !rest.isEmpty else { return nil }
    defer { rest = [] }
    return makeBlock(rest)
  }

  private mutating func makeBlock(_ bytes: [UInt8]) -> Block {
    defer { lineCount += bytes.count { $0 == 0x0A } }
    return Block(bytes: bytes, firstLine: lineCount + 1)
  }
}
