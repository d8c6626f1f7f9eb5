// A token is early when it comes before one of its parts in the list of merges, so that its rank does not tell when it is
// made.
//
// While a piece is merged, every token that is made is some of its bytes. So a piece that has the bytes of no early token
// is merged by the others alone, whose ranks tell the order: backtracking finds its tokens. The first two bytes of the
// early tokens are what is looked for; a piece that has them may still have none, and is merged one by one for nothing.

extension Vocabulary {
  /// Whether a piece may have the bytes of an early token in it.
  func mayHaveEarlyTokens(_ text: TextCursor, _ start: Int, _ end: Int) -> Bool {
    guard let beginnings = unsafe earlyBeginnings else { return true }
    var place = start
    while place + 1 < end {
      let pair = Int(text.byte(place)) << 8 | Int(text.byte(place + 1))
      if unsafe beginnings[pair >> 6] & 1 &<< UInt64(pair & 63) != 0 { return true }
      place += 1
    }
    return false
  }

  /// Notes the beginnings of the early tokens.
  ///
  /// - Precondition: The contents were verified.
  /// - Complexity: O(*n*) in tokens.
  mutating func noteEarlyTokens() {
    let words = UnsafeMutablePointer<UInt64>.allocate(capacity: 1_024)
    unsafe words.initialize(repeating: 0, count: 1_024)
    let mask: UInt64 = 1 << PackLayout.idBits - 1
    for slot in 0..<Int(pairSlotCount) {
      let entry = unsafe pairEntries[slot]
      let (left, right) = (entry & mask, entry >> PackLayout.idBits & mask)
      let token = entry >> (2 * PackLayout.idBits) & mask
      guard entry != .max, max(left, right) > token else { continue }
      // SAFETY: the ids of pairs and the bytes of tokens were verified; a token that merging makes has two bytes.
      let record = unsafe tokens[Int(token)]
      guard record.length > 1 else { continue }
      let pair = unsafe Int(tokenBytes[record.offset]) << 8 | Int(tokenBytes[record.offset + 1])
      unsafe words[pair >> 6] |= 1 &<< UInt64(pair & 63)
    }
    unsafe earlyBeginnings = UnsafePointer(words)
  }
}
