/// A text that is cut at a number of tokens: one whose pieces are known, or one that can only be counted.
protocol CuttableText {
  var text: TextCursor { get }

  /// The number of tokens of the whole text.
  var total: Int { get }

  /// The number of tokens that the bytes in `range` have as a text of their own.
  mutating func count(in range: Range<Int>) -> Int

  /// Where a text that begins at `start` is cut so that it has at most `limit` tokens; `start` when it cannot be.
  mutating func head(from start: Int, to limit: Int, at places: CutPlaces) -> (end: Int, tokens: Int)

  /// Where a text that ends with `range` begins so that it has at most `limit` tokens; its end when it cannot.
  mutating func tail(of range: Range<Int>, to limit: Int, at places: CutPlaces) -> (start: Int, tokens: Int)
}

extension Tokenizer {
  /// Whether a part of `utf8` can be counted without the rest: both laws of ``PieceWalk`` hold for every encoding, but
  /// for the text in its normal form, and with added tokens that are found whatever stands before them. Any part of a
  /// text that is normal is normal.
  func countsParts(of utf8: Span<UInt8>) -> Bool {
    !encoding.prefixesText && addedTokens?.isLocal ?? true
      && (!encoding.changesText || encoding.normalized(utf8) == nil)
  }

  /// Runs `body` with the text of `bytes`, which must not outlive it.
  func withCuttableText<Result, Failure: Error>(
    _ bytes: UnsafeBufferPointer<UInt8>, _ body: (inout any CuttableText) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let countsParts = unsafe countsParts(of: bytes.span)
    return unsafe try withWalk(bytes) { walk throws(Failure) in
      var text: any CuttableText =
        countsParts ? IndexedText(walk, Checkpoints(&walk)) : WholeText(walk.text, self)
      return try body(&text)
    }
  }
}
