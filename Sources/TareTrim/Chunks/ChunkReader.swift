public import TareJSON
public import TareRanking
public import TareText

/// The chunks of a file: one JSON array of `{"id", "title", "text", "score"}`, or one such object a line.
public struct ChunkFile: Sendable {
  /// The chunks in order.
  public let chunks: [Chunk]
  /// The same chunks as they stood in the file, fields included that nothing here knows.
  public let values: [JSONValue]

  /// Reads the bytes of a file, with or without a byte order mark. Only `text` is needed; a chunk without an id is
  /// known by its number, from 1.
  ///
  /// - Throws: ``ChunkFileError`` with the place of the first mistake.
  public init(_ bytes: [UInt8]) throws(ChunkFileError) {
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    var values: [(value: JSONValue, line: Int)] = []
    if bytes.first(where: { !isSpace($0) }) == UInt8(ascii: "[") {
      values = try parsed(bytes, line: 0).elements.map { ($0, 0) }
    } else {
      for (line, text) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
      where !text.allSatisfy(isSpace) {
        values.append((try parsed(Array(text), line: line), line))
      }
    }
    try self.init(values)
  }

  /// The chunks of an array that stands in another file.
  init(_ array: JSONValue) throws(ChunkFileError) { try self.init(array.elements.map { ($0, 0) }) }

  private init(_ values: [(value: JSONValue, line: Int)]) throws(ChunkFileError) {
    var chunks: [Chunk] = []
    for (value, line) in values { chunks.append(try chunk(value, number: chunks.count + 1, line: line)) }
    self.chunks = chunks
    self.values = values.map(\.value)
  }
}

/// A chunk that cannot be read, and where it stands.
public struct ChunkFileError: Error, Sendable, Hashable {
  /// The place in the file.
  public let location: SourceLocation
  /// What was found and what was expected.
  public let reason: String

  init(_ error: JSONError, line: Int) {
    location = SourceLocation(line: error.location.line + line, column: error.location.column)
    reason = error.reason
  }
}

extension ChunkFileError: CustomStringConvertible {
  /// One sentence with line and column.
  public var description: String { "line \(location.line), column \(location.column): \(reason)" }
}

private func parsed(_ bytes: [UInt8], line: Int) throws(ChunkFileError) -> JSONValue {
  do { return try JSONDocument(parsing: bytes).root } catch { throw ChunkFileError(error, line: line) }
}

private func chunk(_ value: JSONValue, number: Int, line: Int) throws(ChunkFileError) -> Chunk {
  guard let text = value["text"]?.string else {
    throw ChunkFileError(value.unexpectedShape("expected a chunk with a string as \"text\""), line: line)
  }
  let id = value["id"].map { $0.string ?? String(decoding: $0.rawBytes, as: UTF8.self) } ?? "\(number)"
  let score = value["score"]
  if let score, !score.isNull, score.kind != .number {
    throw ChunkFileError(score.unexpectedShape("\"score\" is \(score.kind), expected a number"), line: line)
  }
  return Chunk(id: id, title: value["title"]?.string, text: text, score: score?.numberText.flatMap { Double($0) })
}

private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }
