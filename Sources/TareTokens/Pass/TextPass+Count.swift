import CTareScan

extension TextPass {
  /// The number of tokens in the whole text.
  mutating func count<Splitter: PreTokenizer>(_ splitter: Splitter) -> Int {
    var total = 0
    var start = 0
    while start < text.end {
      let found = splitter.fill(memory.pieces, text, from: start)
      guard found > 0 else { break }
      total &+= countPieces(found, from: start)
      start = memory.pieces[found &- 1]
    }
    return total
  }

  @inline(__always)
  private func countPieces(_ found: Int, from first: Int) -> Int {
    let known = memory.counts
    let readable = readable(found, from: first)
    var unknown = 0
    var total = countShort(readable, from: first, known.short, &unknown)
    unknown = addUnreadable(readable, found, behind: unknown)
    if unknown > 0 { total &+= countMedium(&unknown, from: first, known.medium) }
    return unknown == 0 ? total : total &+ countUnknown(unknown, from: first)
  }

  /// Adds up what is known of pieces of at most 7 bytes, and notes the numbers of the others.
  @inline(__always)
  private func countShort(_ found: Int, from first: Int, _ short: PairTable<ShortCount>, _ unknown: inout Int) -> Int {
    let batch = memory.batch
    unsafe findShortKeys(found, from: first, short.vectors) { short.prefetch($0) }
    if tier == .avx512 {
      // SAFETY: the batch has room for all of them and eight more, and their pairs are pairs of this table.
      let total = unsafe tare_short_counts_avx512(
        batch.keys, batch.pairs, found, short.vectors, batch.unknown, &unknown)
      return Int(truncatingIfNeeded: total)
    }
    var total = 0
    for index in 0..<found {
      unsafe batch.unknown[unknown] = UInt32(truncatingIfNeeded: index)
      let count = unsafe short.count(batch.keys[index], pair: Int(batch.pairs[index]))
      total &+= count
      unknown &+= count == 0 ? 1 : 0
    }
    return total
  }

  /// Adds up what is known of pieces of 8 to 15 bytes, and keeps the numbers of the others.
  @inline(never)
  private func countMedium(_ unknown: inout Int, from first: Int, _ medium: PairTable<MediumCount>) -> Int {
    let batch = memory.batch
    unsafe findMediumKeys(unknown, from: first, medium.vectors) { medium.prefetch($0) }
    var total = 0
    var left = 0
    for number in 0..<unknown {
      let count = unsafe medium.count(mediumKey(number), pair: Int(batch.pairs[number]))
      unsafe batch.unknown[left] = batch.unknown[number]
      total &+= count
      left &+= count == 0 ? 1 : 0
    }
    unknown = left
    return total
  }

  /// Asks the vocabulary for all of them before any is merged.
  @inline(never)
  private func countUnknown(_ unknown: Int, from first: Int) -> Int {
    let isToken = unsafe memory.batch.pairs
    for number in 0..<unknown {
      let (_, start, end) = unknownPiece(number, from: first)
      guard end &- start < 16 else { continue }
      unsafe isToken[number] = vocabulary.isToken(memory.keys.keyNearEnd(text, start, end &- start)) ? 1 : 0
    }
    var total = 0
    for number in 0..<unknown {
      let (_, start, end) = unknownPiece(number, from: first)
      if end &- start < 16 {
        total &+= unsafe countShortPiece(start, end, isToken[number] != 0)
      } else {
        total &+= countLongPiece(start, end)
      }
    }
    memory.growCounts()
    return total
  }

  /// The number of tokens of one piece.
  mutating func countPiece(_ start: Int, _ end: Int) -> Int {
    guard end &- start < 16 else { return countLongPiece(start, end) }
    let key = memory.keys.keyNearEnd(text, start, end &- start)
    let known = memory.counts.count(key)
    return known > 0 ? known : countShortPiece(start, end, vocabulary.isToken(key))
  }

  /// The number of tokens of a piece of at most 15 bytes of which it is known whether the pack has a token for it.
  @inline(__always)
  private func countShortPiece(_ start: Int, _ end: Int, _ isToken: Bool) -> Int {
    let key = memory.keys.keyNearEnd(text, start, end &- start)
    // The same piece may have been unknown twice in one go.
    let known = memory.counts.count(key)
    if known > 0 { return known }
    let count = isToken ? 1 : find(start, end)
    memory.remember(key, count)
    return count
  }

  private func countLongPiece(_ start: Int, _ end: Int) -> Int { unsafe findLong(start, end).count }
}
