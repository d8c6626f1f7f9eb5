/// Cuts a stream of bytes into messages, each behind a header that gives its length.
///
/// ```
/// Content-Length: 87\r\n
/// \r\n
/// {"jsonrpc":"2.0",…
/// ```
/// Source: Language Server Protocol 3.17, "Base Protocol".
public struct MessageFrames: Sendable {
  /// The longest header and the longest message, in bytes: what asks for more is no editor.
  static let headerLimit = 8_192
  static let messageLimit = 256 << 20

  private var buffer: [UInt8] = []
  private var start = 0

  /// A stream of which nothing has come yet.
  public init() {}

  /// Takes the next bytes of the stream.
  public mutating func append(_ bytes: [UInt8]) {
    if start > 0 {
      buffer.removeFirst(start)
      start = 0
    }
    buffer += bytes
  }

  /// The next message, or `nil` before all of it has come.
  ///
  /// - Throws: ``FrameError`` for a header that cannot be read; nobody knows then where the next message begins.
  public mutating func next() throws(FrameError) -> [UInt8]? {
    guard let end = headerEnd() else {
      guard buffer.count - start <= Self.headerLimit else { throw .headerTooLong(limit: Self.headerLimit) }
      return nil
    }
    let length = try length(in: buffer[start..<end])
    guard buffer.count - end >= length else { return nil }
    defer { start = end + length }
    return Array(buffer[end..<(end + length)])
  }

  /// The message as it is sent.
  public static func framed(_ message: [UInt8]) -> [UInt8] {
    Array("Content-Length: \(message.count)\r\n\r\n".utf8) + message
  }

  /// The place behind the empty line that ends the header.
  private func headerEnd() -> Int? {
    let mark = Array("\r\n\r\n".utf8)
    let last = min(buffer.count, start + Self.headerLimit) - mark.count
    guard last >= start else { return nil }
    return (start...last).first { buffer[$0] == mark[0] && buffer[$0..<($0 + mark.count)].elementsEqual(mark) }
      .map { $0 + mark.count }
  }

  private func length(in header: ArraySlice<UInt8>) throws(FrameError) -> Int {
    let text = String(decoding: header, as: UTF8.self)
    for line in text.split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, parts[0].lowercased() == "content-length" else { continue }
      let digits = parts[1].drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
      guard let length = Int(String(digits)), length >= 0 else { throw .noLength(String(digits.prefix(20))) }
      guard length <= Self.messageLimit else { throw .tooLong(length, limit: Self.messageLimit) }
      return length
    }
    throw .noLength("")
  }
}

/// Why a stream cannot be cut into messages.
public enum FrameError: Error, Sendable, Hashable {
  /// A header goes on and on.
  case headerTooLong(limit: Int)
  /// A header gives no length that is a number.
  case noLength(String)
  /// A message is longer than any file should be.
  case tooLong(Int, limit: Int)
}

extension FrameError: CustomStringConvertible {
  /// One sentence with what was found and what was expected.
  public var description: String {
    switch self {
    case .headerTooLong(let limit): "header of a message is longer than \(limit) bytes"
    case .noLength(let found):
      "header of a message has no Content-Length that is a number of bytes"
        + (found.isEmpty ? "" : ", but \"\(found)\"")
    case .tooLong(let length, let limit): "message of \(length) bytes is longer than the limit of \(limit)"
    }
  }
}
