import CTareScan

extension TextPass {
  /// Appends the tokens of the whole text.
  mutating func encode<Splitter: PreTokenizer>(_ splitter: Splitter, into tokens: inout [TokenID]) {
    var start = 0
    while start < text.end {
      let found = splitter.fill(memory.pieces, text, from: start)
      guard found > 0 else { break }
      encodePieces(found, from: start, into: &tokens)
      start = memory.pieces[found &- 1]
    }
  }

  /// Finds the tokens of each piece, up to four of them beside one another, and then writes them one behind the other.
  @inline(__always)
  private func encodePieces(_ found: Int, from first: Int, into tokens: inout [TokenID]) {
    let readable = readable(found, from: first)
    var unknown = findShort(readable, from: first, memory.tokens.short)
    unknown = addUnreadable(readable, found, behind: unknown)
    var hasMore = false
    if unknown > 0 { hasMore = findUnknown(findMedium(unknown, from: first, memory.tokens.medium), from: first) }
    if hasMore { appendWithLong(found, to: &tokens) } else { append(found, to: &tokens) }
  }

  /// Writes down what is known of pieces of at most 7 bytes, and notes the numbers of the others.
  @inline(__always)
  private func findShort(_ found: Int, from first: Int, _ short: PairTable<ShortTokens>) -> Int {
    let batch = memory.batch
    unsafe findShortKeys(found, from: first, short.vectors) { short.prefetch($0) }
    if tier == .avx512 {
      // SAFETY: the batch has room for all of them and eight more, and their pairs are pairs of this table.
      return unsafe tare_short_tokens_avx512(
        batch.keys, batch.pairs, found, short.vectors, batch.idWords, batch.counts, batch.unknown)
    }
    var unknown = 0
    for index in 0..<found {
      unsafe batch.unknown[unknown] = UInt32(truncatingIfNeeded: index)
      let (ids, count) = unsafe short.tokens(batch.keys[index], pair: Int(batch.pairs[index]))
      unsafe batch.ids[index].lowHalf = ids
      unsafe batch.counts[index] = UInt8(truncatingIfNeeded: count)
      unknown &+= count == 0 ? 1 : 0
    }
    return unknown
  }

  /// The same for pieces of up to 15 bytes, and for short ones of three or four tokens.
  @inline(never)
  private func findMedium(_ unknown: Int, from first: Int, _ medium: PairTable<MediumTokens>) -> Int {
    let batch = memory.batch
    unsafe findMediumKeys(unknown, from: first, medium.vectors) { medium.prefetch($0) }
    var left = 0
    for number in 0..<unknown {
      let index = unsafe batch.unknown[number]
      unsafe batch.unknown[left] = index
      let (ids, count) = unsafe medium.tokens(mediumKey(number), pair: Int(batch.pairs[number]))
      unsafe batch.ids[Int(index)] = ids
      unsafe batch.counts[Int(index)] = UInt8(truncatingIfNeeded: count)
      left &+= count == 0 ? 1 : 0
    }
    return left
  }

  /// Asks the vocabulary for all of them before any is merged.
  ///
  /// - Returns: Whether a piece has more tokens than fit beside one another.
  @inline(never)
  private func findUnknown(_ unknown: Int, from first: Int) -> Bool {
    let batch = memory.batch
    let token = unsafe batch.pairs
    for number in 0..<unknown {
      let (_, start, end) = unknownPiece(number, from: first)
      guard end &- start < 16 else { continue }
      unsafe token[number] = vocabulary.token(memory.keys.keyNearEnd(text, start, end &- start))
    }
    memory.forgetLong()
    var hasMore = false
    for number in 0..<unknown {
      let (index, start, end) = unknownPiece(number, from: first)
      if end &- start < 16 {
        let key = memory.keys.keyNearEnd(text, start, end &- start)
        unsafe hasMore = findShortPiece(index, start, end, key, token[number]) || hasMore
      } else {
        hasMore = findLongPiece(index, start, end) || hasMore
      }
    }
    memory.growTokens()
    return hasMore
  }

  private func findShortPiece(_ index: Int, _ start: Int, _ end: Int, _ key: PieceKey, _ token: TokenID) -> Bool {
    let batch = memory.batch
    // The same piece may have been unknown twice in one go.
    if let (ids, count) = memory.tokens.find(key) {
      unsafe (batch.ids[index], batch.counts[index]) = (ids, UInt8(truncatingIfNeeded: count))
      return false
    }
    guard token == PackLayout.noToken else {
      let ids = SIMD4(repeating: token)
      unsafe (batch.ids[index], batch.counts[index]) = (ids, 1)
      memory.remember(key, ids, 1)
      return false
    }
    let (tokens, count) = unsafe findKept(start, end, keepingAbove: MediumTokens.mostTokens)
    guard unsafe put(tokens, count, index) else { return true }
    unsafe memory.remember(key, batch.ids[index], count)
    return false
  }

  private func findLongPiece(_ index: Int, _ start: Int, _ end: Int) -> Bool {
    let (tokens, count) = unsafe findLong(start, end)
    return unsafe !put(tokens, count, index)
  }

  /// Puts the `count` tokens where those of the piece belong.
  ///
  /// - Returns: Whether they are few enough to stand beside one another.
  private func put(_ found: UnsafePointer<TokenID>, _ count: Int, _ index: Int) -> Bool {
    guard count <= 4 else {
      unsafe memory.keepLong(found, count, index)
      return false
    }
    var ids = SIMD4<TokenID>(repeating: 0)
    for place in 0..<count { unsafe ids[place] = found[place] }
    unsafe (memory.batch.ids[index], memory.batch.counts[index]) = (ids, UInt8(truncatingIfNeeded: count))
    return true
  }

  /// Appends the tokens of all pieces.
  @inline(__always)
  private func append(_ found: Int, to tokens: inout [TokenID]) {
    let (batch, output) = (memory.batch, memory.output)
    var written = 0
    for index in 0..<found {
      unsafe output.write(batch.ids[index], at: written)
      unsafe written &+= Int(batch.counts[index])
    }
    unsafe tokens.append(contentsOf: UnsafeBufferPointer(start: output.start, count: written))
  }

  /// The same where some piece has more than four.
  @inline(never)
  private func appendWithLong(_ found: Int, to tokens: inout [TokenID]) {
    let (batch, output) = (memory.batch, memory.output)
    var written = 0
    for index in 0..<found {
      if unsafe batch.counts[index] == PieceBatch.more {
        unsafe tokens.append(contentsOf: UnsafeBufferPointer(start: output.start, count: written))
        written = 0
        tokens.append(contentsOf: memory.longTokens(index))
      } else {
        unsafe output.write(batch.ids[index], at: written)
        unsafe written &+= Int(batch.counts[index])
      }
    }
    unsafe tokens.append(contentsOf: UnsafeBufferPointer(start: output.start, count: written))
  }

  /// Appends the tokens of one piece.
  mutating func encodePiece(_ start: Int, _ end: Int, into tokens: inout [TokenID]) {
    if end &- start < 16, let (ids, count) = memory.tokens.find(memory.keys.keyNearEnd(text, start, end &- start)) {
      for place in 0..<count { tokens.append(ids[place]) }
      return
    }
    memory.pieces[0] = end
    unsafe memory.batch.unknown[0] = 0
    if findUnknown(1, from: start) { appendWithLong(1, to: &tokens) } else { append(1, to: &tokens) }
  }
}
