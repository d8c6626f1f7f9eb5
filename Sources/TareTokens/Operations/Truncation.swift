/// What is kept of a text that was cut to a number of tokens.
public struct Truncation: Sendable, Hashable {
  /// Which end of the text is kept.
  public enum End: Sendable, Hashable {
    /// The first tokens, as of a document whose abstract matters most.
    case head
    /// The last tokens, as of a log or a conversation.
    case tail
  }

  /// The bytes that are kept.
  public let range: Range<Int>
  /// The number of tokens that the kept bytes have as a text of their own, never more than the limit.
  public let tokens: Int
  /// The number of tokens of the whole text.
  public let total: Int

  /// Whether anything was left out.
  public var isCut: Bool { tokens != total }

  /// A range that is kept, its tokens and those of the whole text.
  public init(range: Range<Int>, tokens: Int, total: Int) {
    self.range = range
    self.tokens = tokens
    self.total = total
  }
}

extension Tokenizer {
  /// The part of `utf8` that is kept when it is cut to at most `limit` tokens.
  ///
  /// The cut is made at the place behind the first `limit` tokens of the text (before the last ones, for `tail`), or
  /// at the next of `places` that keeps less. What is kept is then counted on its own, for a cut may change the
  /// tokens beside it; in the rare case that it has more than `limit`, as many tokens as are too many are left out as
  /// well, and so on. So what is kept is never longer than the first `limit` tokens. It is empty where `places` has
  /// none that is near enough, and where `limit` is less than one character's tokens.
  ///
  /// - Complexity: O(*n*) in bytes, for the total; finding the cut reads a few hundred bytes more, or the piece that
  ///   the cut falls into where that is longer.
  public func truncated(
    _ utf8: Span<UInt8>, to limit: Int, keeping end: Truncation.End = .head, at places: CutPlaces = .token
  ) -> Truncation {
    unsafe utf8.withUnsafeBufferPointer { unsafe truncated($0, to: limit, keeping: end, at: places) }
  }

  /// The part of a slice of bytes that is kept when it is cut to at most `limit` tokens. The range is that of the
  /// slice's own indices.
  public func truncated(
    _ utf8: ArraySlice<UInt8>, to limit: Int, keeping end: Truncation.End = .head, at places: CutPlaces = .token
  ) -> Truncation {
    let first = utf8.startIndex
    let result = unsafe utf8.withUnsafeBufferPointer {
      unsafe truncated($0, to: limit, keeping: end, at: places.shifted(by: -first))
    }
    let range = (result.range.lowerBound + first)..<(result.range.upperBound + first)
    return Truncation(range: range, tokens: result.tokens, total: result.total)
  }

  /// The part of a string that is kept when it is cut to at most `limit` tokens.
  public func truncated(
    _ text: String, to limit: Int, keeping end: Truncation.End = .head, at places: CutPlaces = .token
  ) -> (text: Substring, result: Truncation) {
    var text = text
    let result = text.withUTF8 { unsafe truncated($0, to: limit, keeping: end, at: places) }
    let start = text.utf8.index(text.startIndex, offsetBy: result.range.lowerBound)
    return (text[start..<text.utf8.index(start, offsetBy: result.range.count)], result)
  }

  private func truncated(
    _ bytes: UnsafeBufferPointer<UInt8>, to limit: Int, keeping end: Truncation.End, at places: CutPlaces
  ) -> Truncation {
    unsafe withCuttableText(bytes) { $0.truncated(to: limit, keeping: end, at: places) }
  }
}

extension CuttableText {
  mutating func truncated(to limit: Int, keeping end: Truncation.End, at places: CutPlaces) -> Truncation {
    guard total > limit else { return Truncation(range: 0..<text.end, tokens: total, total: total) }
    let limit = max(0, limit)
    switch end {
    case .head:
      let head = head(from: 0, to: limit, at: places)
      return Truncation(range: 0..<head.end, tokens: head.tokens, total: total)
    case .tail:
      let tail = tail(of: 0..<text.end, to: limit, at: places)
      return Truncation(range: tail.start..<text.end, tokens: tail.tokens, total: total)
    }
  }
}

extension CutPlaces {
  func shifted(by distance: Int) -> CutPlaces {
    guard case .offsets(let offsets) = self else { return self }
    return .offsets(offsets.map { $0 + distance })
  }
}
