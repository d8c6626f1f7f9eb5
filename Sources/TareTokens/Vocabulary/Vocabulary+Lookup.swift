// SAFETY of every subscript in this file: slots and buckets come from KeyHash, which returns numbers below the
// counts it is given; ids come out of the pack's own tables and are below `tokenCount`; trie steps stay inside the
// units because a pack ends in 256 empty ones. What `Vocabulary` promises of a pack's contents covers the rest.

extension Vocabulary {
  /// The slot where the token with this one-word key stands, or -1.
  @inline(__always)
  private func shortSlot(_ key: UInt64) -> Int {
    let hash = KeyHash.hash(key)
    let seed = unsafe shortSeeds[KeyHash.bucket(hash, of: shortBucketCount)]
    let slot = KeyHash.slot(hash, seed: seed, of: shortSlotCount)
    return unsafe shortKeys[slot] == key ? slot : -1
  }

  /// The slot where the token with this two-word key stands, or -1.
  @inline(__always)
  private func mediumSlot(_ low: UInt64, _ high: UInt64) -> Int {
    let hash = KeyHash.hash(low, high)
    let seed = unsafe mediumSeeds[KeyHash.bucket(hash, of: mediumBucketCount)]
    let slot = KeyHash.slot(hash, seed: seed, of: mediumSlotCount)
    let key = unsafe mediumKeys + 2 &* slot
    return unsafe key[0] == low && key[1] == high ? slot : -1
  }

  /// Whether the piece with this key is a token.
  @inline(__always)
  func isToken(_ key: PieceKey) -> Bool {
    key.length <= 7 ? shortSlot(key.word) >= 0 : mediumSlot(key.low, key.high) >= 0
  }

  /// The token that the piece with this key is, or `noToken`.
  @inline(__always)
  func token(_ key: PieceKey) -> TokenID {
    if key.length <= 7 {
      let slot = shortSlot(key.word)
      return unsafe slot < 0 ? PackLayout.noToken : shortIDs[slot]
    }
    let slot = mediumSlot(key.low, key.high)
    return unsafe slot < 0 ? PackLayout.noToken : mediumIDs[slot]
  }

  /// The token that `left` and `right` merge to, or `noToken`.
  @inline(__always)
  func merged(_ left: TokenID, _ right: TokenID) -> TokenID {
    let hash = KeyHash.hash(pair: left, right)
    let bits = KeyHash.filterBits(hash)
    guard unsafe pairFilter[KeyHash.filterWord(hash, of: pairFilterWords)] & bits == bits else {
      return PackLayout.noToken
    }
    let seed = unsafe pairSeeds[KeyHash.bucket(hash, of: pairBucketCount)]
    let entry = unsafe pairEntries[KeyHash.slot(hash, seed: seed, of: pairSlotCount)]
    let pair = UInt64(left) | UInt64(right) &<< PackLayout.idBits
    let mask: UInt64 = 1 &<< (2 &* PackLayout.idBits) &- 1
    return entry & mask == pair ? TokenID(truncatingIfNeeded: entry &>> (2 &* PackLayout.idBits)) : PackLayout.noToken
  }

  /// The number of bytes of the token of that rank.
  @inline(__always)
  func length(_ id: TokenID) -> Int { unsafe tokens[Int(id)].length }

  /// The longest token that begins at `offset` and ends at or before `end`.
  ///
  /// - Precondition: `offset < end`.
  @inline(__always)
  func longestMatch(_ text: TextCursor, _ offset: Int, _ end: Int) -> TokenID {
    longestMatchExamined(text, offset, end).token
  }

  /// The same, and how many bytes had to be looked at to find it.
  @inline(__always)
  func longestMatchExamined(_ text: TextCursor, _ offset: Int, _ end: Int) -> (token: TokenID, examined: Int) {
    let first = Int(text.byte(offset))
    guard offset &+ 1 < end else { return unsafe (byteIDs[first], 1) }
    var unit = unsafe Int(trieRoot[first &<< 8 | Int(text.byte(offset &+ 1))])
    guard unit > 0 else { return unsafe (byteIDs[first], 2) }
    var node = unsafe trieUnits[unit]
    var best = UInt32(truncatingIfNeeded: node &>> 32)
    var next = offset &+ 2
    while next < end {
      let base = Int(truncatingIfNeeded: (node &>> 8) & 0xFF_FFFF)
      guard base > 0 else { break }
      let byte = text.byte(next)
      next &+= 1
      unit = base &+ Int(byte)
      node = unsafe trieUnits[unit]
      guard UInt8(truncatingIfNeeded: node) == byte else { break }
      let id = UInt32(truncatingIfNeeded: node &>> 32)
      if id > 0 { best = id }
    }
    return unsafe (best > 0 ? best &- 1 : byteIDs[first], next &- offset)
  }

  /// The bytes of the token of that rank, or `nil` when there is none. They live as long as the pack.
  func bytes(of rank: TokenID) -> UnsafeBufferPointer<UInt8>? {
    guard Int(rank) < tokenCount else { return nil }
    let record = unsafe tokens[Int(rank)]
    return unsafe UnsafeBufferPointer(start: tokenBytes + record.offset, count: record.length)
  }
}
