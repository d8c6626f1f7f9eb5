/// A part of a text that was divided into parts of a bounded number of tokens.
public struct TextChunk: Sendable, Hashable {
  /// The bytes of the chunk; they begin with the overlap.
  public let range: Range<Int>
  /// The number of tokens that the bytes have as a text of their own.
  public let tokens: Int
  /// How many of the bytes are those the chunk before ends with.
  public let overlap: Int

  /// A chunk of a text.
  public init(range: Range<Int>, tokens: Int, overlap: Int) {
    self.range = range
    self.tokens = tokens
    self.overlap = overlap
  }
}

/// A limit that not every character of a text keeps.
public struct ChunkLimitError: Error, Sendable, Hashable {
  /// The limit.
  public let limit: Int
  /// Where the character begins.
  public let offset: Int
  /// How many tokens it has.
  public let tokens: Int
}

extension ChunkLimitError: CustomStringConvertible {
  /// One sentence with the place, what is there, and what would do.
  public var description: String {
    "the character at byte \(offset) has \(tokens) tokens, more than a chunk of \(limit) may have; allow \(tokens) or more"
  }
}

extension Tokenizer {
  /// Divides `utf8` into chunks of at most `limit` tokens, each cut at the last of `places` that keeps it within the
  /// limit; where none does, as in a line that is longer than a chunk, between two tokens, and at worst between two
  /// scalars.
  ///
  /// The chunks are in order and leave nothing out. Each but the first begins with what the one before ended with:
  /// as much as begins at one of `places` and has at most `overlap` tokens, and nothing where the chunk could not
  /// reach further than the one before otherwise.
  ///
  /// - Parameter overlap: Tokens that a chunk has in common with the one before, fewer than `limit`; more are as many
  ///   as `limit` - 1.
  /// - Throws: ``ChunkLimitError`` when a single character has more than `limit` tokens.
  /// - Complexity: O(*n* · `limit` / (`limit` - `overlap`)) in bytes, so linear for an overlap that is a share of
  ///   the limit.
  public func chunks(
    of utf8: Span<UInt8>, limit: Int, overlap: Int = 0, at places: CutPlaces = .line
  ) throws(ChunkLimitError) -> [TextChunk] {
    unsafe try utf8.withUnsafeBufferPointer { bytes throws(ChunkLimitError) in
      unsafe try withCuttableText(bytes) { text throws(ChunkLimitError) in
        try text.chunks(limit: limit, overlap: overlap, at: places)
      }
    }
  }

  /// Divides a string into chunks of at most `limit` tokens. The ranges are offsets in its UTF-8.
  public func chunks(
    of text: String, limit: Int, overlap: Int = 0, at places: CutPlaces = .line
  ) throws(ChunkLimitError) -> [TextChunk] {
    try chunks(of: Array(text.utf8).span, limit: limit, overlap: overlap, at: places)
  }
}

extension CuttableText {
  mutating func chunks(
    limit: Int, overlap: Int, at places: CutPlaces
  ) throws(ChunkLimitError) -> [TextChunk] {
    var chunks: [TextChunk] = []
    var done = 0
    while done < text.end {
      var chunk = try chunk(from: overlapStart(chunks.last, limit: limit, overlap: overlap, at: places), limit, places)
      // A chunk that begins with an overlap and gets no further than the one before would be no progress.
      if chunk.range.upperBound <= done { chunk = try self.chunk(from: done, limit, places) }
      chunks.append(
        TextChunk(range: chunk.range, tokens: chunk.tokens, overlap: done - chunk.range.lowerBound))
      done = chunk.range.upperBound
    }
    return chunks
  }

  private mutating func overlapStart(
    _ previous: TextChunk?, limit: Int, overlap: Int, at places: CutPlaces
  ) -> Int {
    guard let previous else { return 0 }
    guard overlap > 0, limit > 1 else { return previous.range.upperBound }
    // A chunk that is all overlap would never end.
    let second = previous.range.lowerBound + text.scalar(previous.range.lowerBound).length
    let range = second..<previous.range.upperBound
    return tail(of: range, to: min(overlap, limit - 1), at: places).start
  }

  private mutating func chunk(
    from start: Int, _ limit: Int, _ places: CutPlaces
  ) throws(ChunkLimitError) -> (range: Range<Int>, tokens: Int) {
    for places in [places, .token] {
      let head = head(from: start, to: limit, at: places)
      if head.end > start { return (start..<head.end, head.tokens) }
    }
    let next = start + text.scalar(start).length
    let tokens = count(in: start..<next)
    guard tokens <= limit else { throw ChunkLimitError(limit: limit, offset: start, tokens: tokens) }
    return (start..<next, tokens)
  }
}
