/// One pass over a text: splits it into pieces, some hundred at a time, and counts or collects the tokens of each.
///
/// ```
/// pieces found ──► known from before? ──► yes: its count or tokens
///                                    └──► no:  is it a token? ──► else merge it ──► remember it
/// ```
/// Most pieces are known, and for them the loop has no branch that could be guessed wrong: the places of the others
/// are noted, and looked into when the loop is done.
struct TextPass {
  let text: TextCursor
  let vocabulary: Vocabulary
  let memory: WorkingMemory
  /// Tokens that only a whole piece can be; always the same ones for one working memory.
  var wholePieces: WholePieces?
  private var knownCounts: PieceCounts?
  private var knownTokens: PieceTokens?

  init(_ text: TextCursor, _ vocabulary: Vocabulary, _ memory: WorkingMemory) {
    self.text = text
    self.vocabulary = vocabulary
    self.memory = memory
  }

  // MARK: Counting

  /// The number of tokens in the whole text.
  mutating func count<Splitter: PreTokenizer>(_ splitter: Splitter) -> Int {
    let counts = memory.counts
    var total = 0
    var start = 0
    while start < text.end {
      let found = splitter.fill(memory.pieces, text, from: start)
      guard found > 0 else { break }
      total &+= countPieces(found, from: start, counts)
      start = memory.pieces[found &- 1]
    }
    return total
  }

  @inline(__always)
  private func countPieces(_ found: Int, from first: Int, _ counts: PieceCounts) -> Int {
    let (pieces, keys, unknown) = unsafe (memory.pieces, memory.keys, memory.unknown)
    var total = 0
    var unknownCount = 0
    var start = first
    for index in 0..<found {
      let end = pieces[index]
      // SAFETY: `unknown` has room for the number of every piece that was found, and one more.
      unsafe unknown[unknownCount] = UInt32(truncatingIfNeeded: index)
      var count = 0
      if start &+ 16 <= text.end { count = counts.count(keys.key(text, start, end &- start)) }
      total &+= count
      unknownCount &+= count == 0 ? 1 : 0
      start = end
    }
    return unknownCount == 0 ? total : total &+ countUnknown(unknownCount, from: first, counts)
  }

  /// Looks all of them up among the tokens first: those loads wait for memory side by side, and what they find
  /// decides nothing before the last of them is under way.
  @inline(never)
  private func countUnknown(_ count: Int, from first: Int, _ counts: PieceCounts) -> Int {
    // SAFETY: the loop above wrote the first `count` numbers; `capacity + 1` places behind there is room for as many.
    let isToken = unsafe memory.unknown + PieceBuffer.capacity + 1
    for number in 0..<count {
      let (start, end) = unknownPiece(number, from: first)
      guard end &- start < 16 else { continue }
      unsafe isToken[number] = vocabulary.isToken(memory.keys.keyNearEnd(text, start, end &- start)) ? 1 : 0
    }
    var total = 0
    for number in 0..<count {
      let (start, end) = unknownPiece(number, from: first)
      if end &- start < 16 {
        total &+= unsafe countShortPiece(start, end, isToken[number] != 0, counts)
      } else {
        total &+= countLongPiece(start, end)
      }
    }
    return total
  }

  @inline(__always)
  private func unknownPiece(_ number: Int, from first: Int) -> (start: Int, end: Int) {
    let index = unsafe Int(memory.unknown[number])
    return (index == 0 ? first : memory.pieces[index &- 1], memory.pieces[index])
  }

  /// The number of tokens of one piece.
  mutating func countPiece(_ start: Int, _ end: Int) -> Int {
    let counts = knownCounts ?? memory.counts
    knownCounts = counts
    return countPiece(start, end, counts)
  }

  @inline(__always)
  private func countPiece(_ start: Int, _ end: Int, _ counts: PieceCounts) -> Int {
    guard end &- start < 16 else { return countLongPiece(start, end) }
    let key = memory.keys.keyNearEnd(text, start, end &- start)
    let known = counts.count(key)
    return known > 0 ? known : countShortPiece(start, end, vocabulary.isToken(key), counts)
  }

  /// The number of tokens of a piece of at most 15 bytes of which it is known whether the pack has a token for it.
  @inline(__always)
  private func countShortPiece(_ start: Int, _ end: Int, _ isToken: Bool, _ counts: PieceCounts) -> Int {
    let key = memory.keys.keyNearEnd(text, start, end &- start)
    // The same piece may have been unknown twice in one go.
    let known = counts.count(key)
    if known > 0 { return known }
    let count = isToken ? 1 : find(start, end)
    counts.insert(key, count)
    return count
  }
}

extension TextPass {
  // MARK: Encoding

  /// Appends the tokens of the whole text.
  mutating func encode<Splitter: PreTokenizer>(_ splitter: Splitter, into tokens: inout [TokenID]) {
    let known = memory.tokens
    var start = 0
    while start < text.end {
      let found = splitter.fill(memory.pieces, text, from: start)
      guard found > 0 else { break }
      encodePieces(found, from: start, known, into: &tokens)
      start = memory.pieces[found &- 1]
    }
  }

  @inline(__always)
  private func encodePieces(_ found: Int, from first: Int, _ known: PieceTokens, into tokens: inout [TokenID]) {
    let (pieces, keys, output) = (memory.pieces, memory.keys, memory.output)
    var written = 0
    var start = first
    for index in 0..<found {
      let end = pieces[index]
      if start &+ 16 <= text.end {
        let key = keys.key(text, start, end &- start)
        let entry = unsafe known.entry(key)
        if unsafe entry.pointee.holds(key) {
          unsafe output.write(entry.pointee.ids, at: written)
          written &+= unsafe entry.pointee.count
          start = end
          continue
        }
      }
      written = encodeUnknown(start, end, known, written, into: &tokens)
      start = end
    }
    append(written, to: &tokens)
  }

  /// Writes the tokens of one piece behind the `written` ones in the buffer.
  ///
  /// - Returns: How many are in the buffer now.
  @inline(never)
  private func encodeUnknown(
    _ start: Int, _ end: Int, _ known: PieceTokens, _ written: Int, into tokens: inout [TokenID]
  ) -> Int {
    guard end &- start < 16 else { return encodeLongPiece(start, end, written, into: &tokens) }
    let key = memory.keys.keyNearEnd(text, start, end &- start)
    let entry = unsafe known.entry(key)
    if unsafe entry.pointee.holds(key) {
      unsafe memory.output.write(entry.pointee.ids, at: written)
      return unsafe written &+ entry.pointee.count
    }
    let token = vocabulary.token(key)
    var ids = SIMD4(repeating: token)
    var count = 1
    if token == PackLayout.noToken {
      count = find(start, end)
      guard count <= 4 else { return move(count, written) }
      for index in 0..<count { unsafe ids[index] = memory.state.pointee.backtracking.tokens[index] }
    }
    known.insert(key, count, ids)
    memory.output.write(ids, at: written)
    return written &+ count
  }

  /// Appends the tokens of one piece.
  mutating func encodePiece(_ start: Int, _ end: Int, into tokens: inout [TokenID]) {
    let known = knownTokens ?? memory.tokens
    knownTokens = known
    append(encodeUnknown(start, end, known, 0, into: &tokens), to: &tokens)
  }

  private func append(_ written: Int, to tokens: inout [TokenID]) {
    unsafe tokens.append(contentsOf: UnsafeBufferPointer(start: memory.output.start, count: written))
  }

  /// Writes the tokens that were just found into the buffer.
  private func move(_ count: Int, _ written: Int) -> Int {
    let found = unsafe memory.state.pointee.backtracking.tokens
    unsafe memory.output.write(found, count, at: written)
    return written &+ count
  }
}

extension TextPass {
  // MARK: Pieces that are not known

  /// Finds the tokens of a piece; of one of at most 15 bytes it is known that the pack has no token for it.
  @inline(__always)
  private func find(_ start: Int, _ end: Int) -> Int {
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

  @inline(never)
  private func countLongPiece(_ start: Int, _ end: Int) -> Int {
    guard end &- start < 32, start &+ 32 <= text.end else { return find(start, end) }
    let key = memory.keys.longKey(text, start, end &- start)
    let entry = unsafe memory.state.pointee.longPieces.entry(key)
    if unsafe entry.pointee.holds(key), unsafe entry.pointee.count > 0 { return unsafe entry.pointee.count }
    let count = find(start, end)
    unsafe remember(key, count, entry)
    return count
  }

  @inline(never)
  private func encodeLongPiece(_ start: Int, _ end: Int, _ written: Int, into tokens: inout [TokenID]) -> Int {
    if end &- start < 32, start &+ 32 <= text.end {
      let key = memory.keys.longKey(text, start, end &- start)
      let entry = unsafe memory.state.pointee.longPieces.entry(key)
      if unsafe !entry.pointee.holds(key) || entry.pointee.count == 0 {
        let count = find(start, end)
        guard count <= LongPieces.mostTokens else { return move(count, written) }
        unsafe remember(key, count, entry)
      }
      unsafe memory.output.write(entry.pointee.ids.lowHalf, at: written)
      unsafe memory.output.write(entry.pointee.ids.highHalf, at: written &+ 4)
      return unsafe written &+ entry.pointee.count
    }
    let count = find(start, end)
    guard count > TokenBuffer.mostOfOnePiece else { return move(count, written) }
    append(written, to: &tokens)
    let found = unsafe memory.state.pointee.backtracking.tokens
    unsafe tokens.append(contentsOf: UnsafeBufferPointer(start: found, count: count))
    return 0
  }

  private func remember(_ key: SIMD4<UInt64>, _ count: Int, _ entry: UnsafeMutablePointer<LongPieces.Entry>) {
    guard count <= LongPieces.mostTokens else { return }
    var ids = SIMD8<TokenID>(repeating: 0)
    for index in 0..<count { ids[index] = unsafe memory.state.pointee.backtracking.tokens[index] }
    var key = key
    key.w |= UInt64(count) &<< 60
    unsafe entry.pointee = LongPieces.Entry(key: key, ids: ids)
  }
}
