/// Counts, encodes and decodes text in one encoding, with the results of the encoding's reference implementation.
///
/// A tokenizer is a small value over tables that lie ready in the binary: making one costs nothing, and any number of
/// threads may use the same one. Its copies share working memory, some 1 MB for each call at a time, that remembers
/// recent words: keep a tokenizer for many texts and the second goes faster than the first.
///
/// Bytes that are not UTF-8, which no string of the reference can hold, count as symbols of one byte each; nothing
/// traps and decoding gives them back.
public struct Tokenizer: Sendable {
  /// The encoding.
  public let encoding: Encoding
  let vocabulary: Vocabulary
  let splitting: Splitting
  let wholePieces: WholePieces?
  /// The added tokens that are found in every text.
  let addedTokens: AddedTokens?
  let memories = WorkingMemoryPool()

  /// A tokenizer for `encoding`.
  public init(_ encoding: Encoding) {
    self.encoding = encoding
    vocabulary = encoding.vocabulary
    splitting = encoding.splitting
    wholePieces = encoding.wholePieces
    addedTokens = encoding.addedTokens(.text)
  }

  // MARK: Counting

  /// The number of tokens `encode` would return, without making them.
  ///
  /// - Complexity: O(*n*) in bytes, also for a text without any place to split.
  public func count(_ utf8: Span<UInt8>) -> Int {
    unsafe utf8.withUnsafeBufferPointer { unsafe count($0) }
  }

  /// The number of tokens of a slice of bytes.
  public func count(_ utf8: ArraySlice<UInt8>) -> Int {
    unsafe utf8.withUnsafeBufferPointer { unsafe count($0) }
  }

  /// The number of tokens of a string.
  public func count(_ text: String) -> Int {
    var text = text
    return text.withUTF8 { unsafe count($0) }
  }

  private func count(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    if let addedTokens { return unsafe count(bytes, addedTokens) }
    if let normalized = unsafe encoding.normalized(Span(_unsafeElements: bytes)) {
      return unsafe normalized.withUnsafeBufferPointer { unsafe countNormalized($0) }
    }
    return unsafe countNormalized(bytes)
  }

  func countNormalized(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    unsafe withPass(bytes) { pass in
      switch splitting {
      case .o200k: pass.count(O200kPreTokenizer(), wholePieces)
      case .cl100k: pass.count(Cl100kPreTokenizer(), wholePieces)
      case .gpt2: pass.count(GPT2PreTokenizer(), wholePieces)
      case .tables(let tables): pass.count(SplitPreTokenizer(tables), wholePieces)
      }
    }
  }

  // MARK: Encoding

  /// The tokens of `utf8`.
  ///
  /// - Parameter specialTokens: What becomes of names such as `<|endoftext|>` in the text.
  /// - Complexity: O(*n*) in bytes, also for a text without any place to split.
  public func encode(_ utf8: Span<UInt8>, specialTokens: SpecialTokenPolicy = .text) -> [TokenID] {
    unsafe utf8.withUnsafeBufferPointer { unsafe encode($0, specialTokens) }
  }

  /// The tokens of a string.
  public func encode(_ text: String, specialTokens: SpecialTokenPolicy = .text) -> [TokenID] {
    var text = text
    return text.withUTF8 { unsafe encode($0, specialTokens) }
  }

  private func encode(_ bytes: UnsafeBufferPointer<UInt8>, _ policy: SpecialTokenPolicy) -> [TokenID] {
    var tokens: [TokenID] = []
    // Four bytes a token is what most text comes to; a wrong guess costs one more growth.
    tokens.reserveCapacity(bytes.count / 4 + 8)
    if let added = encoding.addedTokens(policy) {
      unsafe encode(bytes, added, into: &tokens)
    } else if let normalized = unsafe encoding.normalized(Span(_unsafeElements: bytes)) {
      unsafe normalized.withUnsafeBufferPointer { unsafe encodeNormalized($0, into: &tokens) }
    } else {
      unsafe encodeNormalized(bytes, into: &tokens)
    }
    return tokens
  }

  /// Appends the ids of a text that is in the encoding's form.
  func encodeNormalized(_ bytes: UnsafeBufferPointer<UInt8>, into tokens: inout [TokenID]) {
    let start = tokens.count
    unsafe withPass(bytes) { pass in
      switch splitting {
      case .o200k: pass.encode(O200kPreTokenizer(), wholePieces, into: &tokens)
      case .cl100k: pass.encode(Cl100kPreTokenizer(), wholePieces, into: &tokens)
      case .gpt2: pass.encode(GPT2PreTokenizer(), wholePieces, into: &tokens)
      case .tables(let tables): pass.encode(SplitPreTokenizer(tables), wholePieces, into: &tokens)
      }
    }
    encoding.numbering.renumber(&tokens, from: start)
  }

  // MARK: Decoding

  /// The bytes that `tokens` stand for. They are valid UTF-8 when the tokens came from valid UTF-8; a list that was
  /// cut may end inside a character.
  ///
  /// - Throws: ``UnknownTokenID`` for an id that the encoding does not have.
  public func decode(_ tokens: [TokenID]) throws(UnknownTokenID) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(tokens.count * 4)
    for (index, id) in tokens.enumerated() {
      if let rank = encoding.numbering.rank(of: id), let token = unsafe vocabulary.bytes(of: rank) {
        unsafe bytes.append(contentsOf: token)
      } else if let piece = encoding.numbering.rank(of: id).flatMap({ wholePieces?.bytes(of: $0) }) {
        bytes += piece
      } else if let added = encoding.addedText(of: id) {
        bytes += added
      } else {
        throw UnknownTokenID(id: id, index: index, encoding: encoding)
      }
    }
    if encoding.spaces?.isDroppedInDecoding == true, bytes.first == 0x20 { bytes.removeFirst() }
    return bytes
  }

  // MARK: Passes

  private func withPass<Result>(
    _ bytes: UnsafeBufferPointer<UInt8>, _ body: (inout TextPass) -> Result
  ) -> Result {
    unsafe withCursor(bytes) { cursor in
      memories.with(byteCount: bytes.count) { memory in
        var pass = TextPass(cursor, vocabulary, memory)
        return body(&pass)
      }
    }
  }
}

/// Runs `body` with a cursor over `bytes`, which must not outlive it.
func withCursor<Result, Failure: Error>(
  _ bytes: UnsafeBufferPointer<UInt8>, _ body: (TextCursor) throws(Failure) -> Result
) throws(Failure) -> Result {
  var nothing: UInt8 = 0
  return unsafe try withUnsafePointer(to: &nothing) { empty throws(Failure) in
    unsafe try body(TextCursor(bytes, empty: empty))
  }
}

/// An id that no token of the encoding has.
public struct UnknownTokenID: Error, Sendable, Hashable {
  /// The id.
  public let id: TokenID
  /// Its place in the list that was to be decoded.
  public let index: Int
  /// The encoding that was asked.
  public let encoding: Encoding
}

extension UnknownTokenID: CustomStringConvertible {
  /// One sentence with the id and its place.
  public var description: String { "token \(id) at index \(index) does not exist in \(encoding.name)" }
}
