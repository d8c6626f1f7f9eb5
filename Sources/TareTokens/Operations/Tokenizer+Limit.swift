extension Tokenizer {
  /// The number of tokens of `utf8`, or `nil` as soon as it is known to be more than `limit`.
  ///
  /// A text that is longer than the limit's longest tokens could be is not read at all; any other is read up to the
  /// piece that passes the limit and the few hundred pieces found with it.
  ///
  /// - Complexity: O(`limit`), whatever the length of the text; O(*n*) in an encoding that normalises.
  public func count(_ utf8: Span<UInt8>, upTo limit: Int) -> Int? {
    unsafe utf8.withUnsafeBufferPointer { unsafe count($0, upTo: limit) }
  }

  /// The number of tokens of a slice of bytes, or `nil` as soon as it is known to be more than `limit`.
  public func count(_ utf8: ArraySlice<UInt8>, upTo limit: Int) -> Int? {
    unsafe utf8.withUnsafeBufferPointer { unsafe count($0, upTo: limit) }
  }

  /// The number of tokens of a string, or `nil` as soon as it is known to be more than `limit`.
  public func count(_ text: String, upTo limit: Int) -> Int? {
    var text = text
    return text.withUTF8 { unsafe count($0, upTo: limit) }
  }

  /// Whether `utf8` has at most `limit` tokens.
  ///
  /// No token is shorter than a byte, so a text of at most `limit` bytes is not read at all.
  ///
  /// - Complexity: O(`limit`), whatever the length of the text.
  public func fits(_ utf8: Span<UInt8>, within limit: Int) -> Bool {
    isShort(utf8.count, for: limit) || count(utf8, upTo: limit) != nil
  }

  /// Whether a slice of bytes has at most `limit` tokens.
  public func fits(_ utf8: ArraySlice<UInt8>, within limit: Int) -> Bool {
    isShort(utf8.count, for: limit) || count(utf8, upTo: limit) != nil
  }

  /// Whether a string has at most `limit` tokens.
  public func fits(_ text: String, within limit: Int) -> Bool {
    isShort(text.utf8.count, for: limit) || count(text, upTo: limit) != nil
  }

  /// Whether a text of so many bytes cannot have more tokens, since each token has one byte at the least.
  private func isShort(_ byteCount: Int, for limit: Int) -> Bool { byteCount <= limit && !encoding.changesText }

  /// The most bytes one token may stand for: a pack has none longer than 255. With the white space that it takes, an
  /// added token may have any number.
  var longestToken: Int {
    addedTokens?.takesSpace == true ? .max : max(255, wholePieces?.longest ?? 0, addedTokens?.longest ?? 0)
  }

  private func count(_ bytes: UnsafeBufferPointer<UInt8>, upTo limit: Int) -> Int? {
    guard unsafe countsParts(of: bytes.span) else {
      let count = unsafe count(bytes.span)
      return count <= limit ? count : nil
    }
    guard limit >= 0, bytes.count / longestToken <= limit else { return nil }
    // Four bytes a token is what most text comes to; the working memory need not be larger than what is read.
    let reading = limit < bytes.count / 4 ? limit * 4 : bytes.count
    return unsafe withWalk(bytes, reading: reading) { walk in
      var total = 0
      walk.forEachPiece(from: 0) { _, _, tokens in
        total += tokens
        return total <= limit
      }
      return total <= limit ? total : nil
    }
  }
}
