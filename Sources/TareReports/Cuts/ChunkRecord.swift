import TareJSON

/// One line of `tare chunk`: a part of a file, as programs that retrieve and rerank read it.
public struct ChunkRecord: Sendable, Hashable {
  /// The name the file is shown by.
  public let path: String
  /// The number of the chunk in its file, from 1.
  public let number: Int
  /// The bytes of the file.
  public let range: Range<Int>
  /// The number of tokens.
  public let tokens: Int
  /// How many bytes the chunk has in common with the one before.
  public let overlap: Int
  /// The text.
  public let text: String

  /// A line.
  public init(path: String, number: Int, range: Range<Int>, tokens: Int, overlap: Int, text: String) {
    self.path = path
    self.number = number
    self.range = range
    self.tokens = tokens
    self.overlap = overlap
    self.text = text
  }

  /// One JSON object on one line: `id`, `path`, `start`, `end`, `overlap`, `tokens` and `text`.
  public var json: [UInt8] {
    var writer = JSONWriter()
    writer.object {
      $0.member("id", "\(path)#\(number)")
      $0.member("path", path)
      $0.member("start", range.lowerBound)
      $0.member("end", range.upperBound)
      $0.member("overlap", overlap)
      $0.member("tokens", tokens)
      $0.member("text", text)
    }
    return writer.bytes
  }
}
