/// One pass over a text: splits it into pieces, some hundred at a time, and counts or collects the tokens of each.
///
/// ```
/// piece of at most 15 bytes ──► is it a token? ──► is it in the cache? ──► merge it, remember it
/// longer piece              ──► backtracking
/// ```
struct TextPass {
  let text: TextCursor
  private let vocabulary: Vocabulary
  private let memory: WorkingMemory
  private var backtracking = Backtracking()

  init(_ text: TextCursor, _ vocabulary: Vocabulary, _ memory: WorkingMemory) {
    self.text = text
    self.vocabulary = vocabulary
    self.memory = memory
  }

  // MARK: Counting

  /// The number of tokens in the whole text.
  mutating func count<Splitter: PreTokenizer>(_ splitter: Splitter) -> Int {
    var total = 0
    var start = 0
    while start < text.end {
      let found = splitter.fill(memory.pieces, text, from: start)
      for index in 0..<found {
        let end = memory.pieces[index]
        total &+= countPiece(start, end)
        start = end
      }
    }
    return total
  }

  /// The number of tokens of one piece.
  @inline(__always)
  mutating func countPiece(_ start: Int, _ end: Int) -> Int {
    let length = end &- start
    guard length <= PieceMerging.longestPiece else { return countLongPiece(start, end) }
    let key = key(start, length)
    if token(key, length) != PackLayout.noToken { return 1 }
    return unsafe cachedPiece(key, start, end).pointee.count
  }

  @inline(never)
  private mutating func countLongPiece(_ start: Int, _ end: Int) -> Int {
    backtracking.run(text, start, end, vocabulary)
    return backtracking.tokens.count
  }

  // MARK: Encoding

  /// Appends the tokens of the whole text.
  mutating func encode<Splitter: PreTokenizer>(_ splitter: Splitter, into tokens: inout [TokenID]) {
    var start = 0
    while start < text.end {
      let found = splitter.fill(memory.pieces, text, from: start)
      for index in 0..<found {
        let end = memory.pieces[index]
        encodePiece(start, end, into: &tokens)
        start = end
      }
    }
  }

  /// Appends the tokens of one piece.
  @inline(__always)
  mutating func encodePiece(_ start: Int, _ end: Int, into tokens: inout [TokenID]) {
    let length = end &- start
    guard length <= PieceMerging.longestPiece else { return encodeLongPiece(start, end, into: &tokens) }
    let key = key(start, length)
    let token = token(key, length)
    if token != PackLayout.noToken { return tokens.append(token) }
    appendCached(key, start, end, into: &tokens)
  }

  @inline(never)
  private mutating func appendCached(_ key: PieceKey, _ start: Int, _ end: Int, into tokens: inout [TokenID]) {
    let entry = unsafe cachedPiece(key, start, end).pointee
    guard entry.count <= 4 else {
      // An entry has room for four ids; the few longer pieces are merged again.
      let count = memory.merging.merge(text, start, end, vocabulary)
      for index in 0..<count { unsafe tokens.append(memory.merging.ids[index]) }
      return
    }
    tokens.append(entry.ids.0)
    tokens.append(entry.ids.1)
    if entry.count > 2 { tokens.append(entry.ids.2) }
    if entry.count > 3 { tokens.append(entry.ids.3) }
  }

  @inline(never)
  private mutating func encodeLongPiece(_ start: Int, _ end: Int, into tokens: inout [TokenID]) {
    backtracking.run(text, start, end, vocabulary)
    tokens.append(contentsOf: backtracking.tokens)
  }

  // MARK: Pieces

  /// The cache's entry for a piece that is more than one token, filled if it was not.
  @inline(__always)
  private func cachedPiece(_ key: PieceKey, _ start: Int, _ end: Int) -> UnsafeMutablePointer<PieceCache.Entry> {
    let entry = unsafe memory.cache.entry(key)
    if unsafe !entry.pointee.holds(key) { unsafe fill(entry, key, start, end) }
    return unsafe entry
  }

  @inline(never)
  private func fill(_ entry: UnsafeMutablePointer<PieceCache.Entry>, _ key: PieceKey, _ start: Int, _ end: Int) {
    let count = memory.merging.merge(text, start, end, vocabulary)
    let ids = unsafe memory.merging.ids
    unsafe entry.pointee = PieceCache.Entry(
      low: key.low, high: key.high | UInt64(count) &<< 60, ids: (ids[0], ids[1], ids[2], ids[3]))
  }

  /// The token that the whole piece is, or `noToken`.
  @inline(__always)
  private func token(_ key: PieceKey, _ length: Int) -> TokenID {
    length <= 7 ? vocabulary.shortToken(key.low) : vocabulary.mediumToken(key)
  }

  /// The key of the piece of 1 to 15 bytes at `start`.
  @inline(__always)
  private func key(_ start: Int, _ length: Int) -> PieceKey {
    guard start &+ 16 <= text.end else { return keyAtEnd(start, length) }
    // SAFETY: 16 bytes from `start` are readable, as just checked.
    let raw = unsafe UnsafeRawPointer(text.start + start)
    let low = unsafe raw.loadUnaligned(as: UInt64.self)
    if length <= 7 {
      let mask: UInt64 = 1 &<< UInt64(length &* 8) &- 1
      return PieceKey(low: low & mask | UInt64(length) &<< 56, high: 0)
    }
    let high = unsafe raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
    let mask: UInt64 = 1 &<< UInt64((length &- 8) &* 8) &- 1
    return PieceKey(low: low, high: high & mask | UInt64(length) &<< 56)
  }

  @inline(never)
  private func keyAtEnd(_ start: Int, _ length: Int) -> PieceKey {
    PieceKey((start..<(start + length)).map { text.byte($0) })
  }
}
