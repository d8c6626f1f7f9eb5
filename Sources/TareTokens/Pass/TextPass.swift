import CTareScan

/// One pass over a text: splits it into pieces, some hundred at a time, and counts or collects the tokens of each.
///
/// ```
/// pieces found ──► known from before? ──► yes: its count or tokens
///                                    └──► no:  is it a token? ──► else merge it ──► remember it
/// ```
/// Each question is asked of all pieces in hand before the next: the answers wait for memory side by side, and no
/// branch is guessed wrong for the many that are known.
struct TextPass {
  let text: TextCursor
  let vocabulary: Vocabulary
  let memory: WorkingMemory
  /// Tokens that only a whole piece can be; always the same ones for one working memory.
  var wholePieces: WholePieces?
  /// How keys are found and looked up; every way finds the same.
  var tier = ByteMaskTier.widest

  init(_ text: TextCursor, _ vocabulary: Vocabulary, _ memory: WorkingMemory) {
    self.text = text
    self.vocabulary = vocabulary
    self.memory = memory
  }

  /// How many of the pieces begin where a word of eight bytes can be read; the others stand at the end of the text.
  @inline(__always)
  func readable(_ found: Int, from first: Int) -> Int {
    var readable = found
    while readable > 0, (readable == 1 ? first : memory.pieces[readable &- 2]) &+ 8 > text.end { readable &-= 1 }
    return readable
  }

  /// Finds the keys of pieces of at most 7 bytes and where they belong in the table; `prefetch` asks for that place's
  /// memory.
  @inline(__always)
  func findShortKeys(_ found: Int, from first: Int, _ table: tare_piece_table, _ prefetch: (UInt64) -> Int) {
    let batch = memory.batch
    if tier == .avx512 {
      // SAFETY: eight bytes can be read from where each of these begins; the batch has room for all and eight more.
      return unsafe tare_short_keys_avx512(
        text.start, first, memory.pieces.start, found, table, PieceKey.factors.0, batch.keys, batch.pairs)
    }
    var start = first
    for index in 0..<found {
      let end = memory.pieces[index]
      let key = memory.keys.shortKey(text, start, end &- start)
      unsafe batch.keys[index] = key
      unsafe batch.pairs[index] = UInt32(truncatingIfNeeded: prefetch(key))
      start = end
    }
  }

  /// The same for the pieces of at most 15 bytes among those that are not known.
  @inline(__always)
  func findMediumKeys(_ unknown: Int, from first: Int, _ table: tare_piece_table, _ prefetch: (PieceKey) -> Int) {
    let batch = memory.batch
    if tier == .avx512 {
      // SAFETY: the batch has room for as many as there are pieces in hand.
      return unsafe tare_medium_keys_avx512(
        text.start, first, memory.pieces.start, batch.unknown, unknown, table, PieceKey.factors.0, PieceKey.factors.1,
        batch.mediumKeys, batch.pairs)
    }
    for number in 0..<unknown {
      let (_, start, end) = unknownPiece(number, from: first)
      let key = end &- start < 16 ? memory.keys.keyNearEnd(text, start, end &- start) : .none
      unsafe batch.mediumKeys[number] = (key.low, key.high)
      unsafe batch.pairs[number] = UInt32(truncatingIfNeeded: prefetch(key))
    }
  }

  /// The key that was found for the piece with that number in the list.
  @inline(__always)
  func mediumKey(_ number: Int) -> PieceKey {
    let (low, high) = unsafe memory.batch.mediumKeys[number]
    return PieceKey(low: low, high: high)
  }

  /// The place of the piece whose number is `number` in the list of those that are not known.
  @inline(__always)
  func unknownPiece(_ number: Int, from first: Int) -> (index: Int, start: Int, end: Int) {
    let index = unsafe Int(memory.batch.unknown[number])
    return (index, index == 0 ? first : memory.pieces[index &- 1], memory.pieces[index])
  }

  /// Adds the pieces from `readable` to `found` to the `count` that are not known.
  @inline(__always)
  func addUnreadable(_ readable: Int, _ found: Int, behind count: Int) -> Int {
    for index in readable..<found {
      unsafe memory.batch.unknown[count &+ index &- readable] = UInt32(truncatingIfNeeded: index)
    }
    return count &+ found &- readable
  }

  /// Finds the tokens of a piece; of one of at most 15 bytes it is known that the pack has no token for it.
  @inline(__always)
  func find(_ start: Int, _ end: Int) -> Int {
    if let token = wholePieces?.token(text, start, end) {
      // SAFETY: there is room for the tokens of a piece of 1,024 bytes at the least.
      unsafe memory.state.pointee.backtracking.tokens[0] = token
      return 1
    }
    if vocabulary.mergesInAnyOrder, vocabulary.mayHaveEarlyTokens(text, start, end) {
      return unsafe memory.state.pointee.backtracking.merge(text, start, end, vocabulary)
    }
    // Merging a short piece begins with its bytes.
    guard end &- start > PieceMerging.longestPiece || vocabulary.mergesCharacters else {
      return unsafe memory.merging.merge(
        text, start, end, vocabulary, into: memory.state.pointee.backtracking.tokens)
    }
    return unsafe memory.state.pointee.backtracking.run(text, start, end, vocabulary)
  }

  /// Finds the tokens of a piece of more than 15 bytes.
  ///
  /// - Returns: Where they are until the next piece is looked into, and how many.
  func findLong(_ start: Int, _ end: Int) -> (tokens: UnsafePointer<TokenID>, count: Int) {
    let length = end &- start
    if length < 32, start &+ 32 <= text.end {
      return unsafe findLong(memory.keys.longKey(text, start, length), start, end)
    }
    return unsafe findKept(start, end, keepingAbove: 0)
  }

  /// Finds the tokens of a piece that may be among the longest, and keeps it there if it has more tokens than `few`.
  func findKept(_ start: Int, _ end: Int, keepingAbove few: Int) -> (tokens: UnsafePointer<TokenID>, count: Int) {
    let length = end &- start
    guard LongestPieces.lengths.contains(length) else {
      let count = find(start, end)
      return unsafe (UnsafePointer(memory.state.pointee.backtracking.tokens), count)
    }
    // SAFETY: the piece lies in the text.
    let bytes = unsafe text.start + start
    let entry = unsafe memory.state.pointee.longestPieces.entry(bytes, length)
    if unsafe entry.holds(bytes, length) { return unsafe (entry.ids, entry.count) }
    let count = find(start, end)
    let tokens = unsafe UnsafePointer(memory.state.pointee.backtracking.tokens)
    if count > few, count <= LongestPieces.mostTokens { unsafe entry.fill(bytes, length, tokens, count) }
    return unsafe (tokens, count)
  }

  @inline(__always)
  private func findLong(
    _ key: SIMD4<UInt64>, _ start: Int, _ end: Int
  ) -> (tokens: UnsafePointer<TokenID>, count: Int) {
    let entry = unsafe memory.state.pointee.longPieces.entry(key)
    if unsafe !entry.pointee.holds(key) || entry.pointee.count == 0 {
      let (tokens, count) = unsafe findKept(start, end, keepingAbove: LongPieces.mostTokens)
      guard count <= LongPieces.mostTokens else { return unsafe (tokens, count) }
      unsafe entry.pointee = LongPieces.Entry(key, tokens, count)
    }
    return unsafe (LongPieces.ids(entry), entry.pointee.count)
  }
}
