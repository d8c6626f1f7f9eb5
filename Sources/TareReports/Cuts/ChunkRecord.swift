import TareJSON
public import TareTokens

/// One line of `tare chunk`: a part of a file, as programs that retrieve and rerank read it.
public struct ChunkRecord: Sendable, Hashable {
  /// The name the file is shown by.
  public let path: String
  /// The number of the chunk in its file, from 1.
  public let number: Int
  /// The bytes of the file.
  public let range: Range<Int>
  /// The number of tokens and what it is worth.
  public let tokens: TokenCount
  /// The encoding of the count.
  public let encoding: Encoding
  /// The model the encoding was chosen for, where one was named.
  public let model: String?
  /// How many bytes the chunk has in common with the one before.
  public let overlap: Int
  /// The text.
  public let text: String

  /// A line.
  public init(
    path: String, number: Int, range: Range<Int>, tokens: TokenCount, encoding: Encoding, model: String? = nil,
    overlap: Int, text: String
  ) {
    self.path = path
    self.number = number
    self.range = range
    self.tokens = tokens
    self.encoding = encoding
    self.model = model
    self.overlap = overlap
    self.text = text
  }

  /// One JSON object on one line: `id`, `path`, `start`, `end`, `overlap`, `tokens`, `encoding`, `model` where one was
  /// named, `basis`, `bandPerMille` of an estimate, and `text`.
  public var json: [UInt8] {
    var writer = JSONWriter()
    writer.object {
      $0.member("id", "\(path)#\(number)")
      $0.member("path", path)
      $0.member("start", range.lowerBound)
      $0.member("end", range.upperBound)
      $0.member("overlap", overlap)
      $0.member("tokens", tokens.tokens)
      $0.member("encoding", encoding.name)
      if let model { $0.member("model", model) }
      $0.member("basis", tokens.basis.name)
      if case .estimated(let band) = tokens.basis { $0.member("bandPerMille", band) }
      $0.member("text", text)
    }
    return writer.bytes
  }
}
