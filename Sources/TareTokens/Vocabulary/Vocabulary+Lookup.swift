// SAFETY of every subscript in this file: slots and buckets come from KeyHash, which returns numbers below the
// counts it is given; ids come out of the pack's own tables and are below `tokenCount`; trie steps stay inside the
// units because a pack ends in 256 empty ones. `Vocabulary.init` has checked the tables' sizes.

extension Vocabulary {
  /// The token with this one-word key, or `noToken`.
  @inline(__always)
  func shortToken(_ key: UInt64) -> TokenID {
    let hash = KeyHash.hash(key)
    let seed = unsafe shortSeeds[KeyHash.bucket(hash, of: shortBucketCount)]
    let entry = unsafe shortEntries + 2 &* KeyHash.slot(hash, seed: seed, of: shortSlotCount)
    return unsafe entry[0] == key ? TokenID(truncatingIfNeeded: entry[1]) : PackLayout.noToken
  }

  /// The token with this two-word key, or `noToken`.
  @inline(__always)
  func mediumToken(_ key: PieceKey) -> TokenID {
    let hash = KeyHash.hash(key.low, key.high)
    let seed = unsafe mediumSeeds[KeyHash.bucket(hash, of: mediumBucketCount)]
    let entry = unsafe mediumEntries + 4 &* KeyHash.slot(hash, seed: seed, of: mediumSlotCount)
    let isEqual = unsafe entry[0] == key.low && entry[1] == key.high
    return unsafe isEqual ? TokenID(truncatingIfNeeded: entry[2]) : PackLayout.noToken
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

  /// The number of bytes of a token.
  @inline(__always)
  func length(_ id: TokenID) -> Int {
    unsafe Int(tokenOffsets[Int(id) &+ 1] &- tokenOffsets[Int(id)])
  }

  /// The longest token that begins at `offset` and ends at or before `end`.
  ///
  /// - Precondition: `offset < end`.
  @inline(__always)
  func longestMatch(_ text: TextCursor, _ offset: Int, _ end: Int) -> TokenID {
    let first = Int(text.byte(offset))
    guard offset &+ 1 < end else { return unsafe byteIDs[first] }
    var unit = unsafe Int(trieRoot[first &<< 8 | Int(text.byte(offset &+ 1))])
    guard unit > 0 else { return unsafe byteIDs[first] }
    var node = unsafe trieUnits[unit]
    var best = UInt32(truncatingIfNeeded: node &>> 32)
    var next = offset &+ 2
    while next < end {
      let base = Int(truncatingIfNeeded: (node &>> 8) & 0xFF_FFFF)
      guard base > 0 else { break }
      let byte = text.byte(next)
      unit = base &+ Int(byte)
      node = unsafe trieUnits[unit]
      guard UInt8(truncatingIfNeeded: node) == byte else { break }
      let id = UInt32(truncatingIfNeeded: node &>> 32)
      if id > 0 { best = id }
      next &+= 1
    }
    return unsafe best > 0 ? best &- 1 : byteIDs[first]
  }
}
