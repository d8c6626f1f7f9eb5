/// Counts, encodes and decodes text in one encoding.
public struct Tokenizer: Sendable {
  /// The encoding.
  public let encoding: Encoding

  /// A tokenizer for `encoding`.
  public init(_ encoding: Encoding) {
    self.encoding = encoding
  }

  /// The number of tokens `encode` would return, without making them.
  public func count(_ utf8: Span<UInt8>) -> Int { (utf8.count + 3) / 4 }

  /// The number of tokens in a string.
  public func count(_ text: String) -> Int { count(Array(text.utf8).span) }

  /// The number of tokens in a slice of bytes.
  public func count(_ utf8: ArraySlice<UInt8>) -> Int { count(Array(utf8).span) }
}
