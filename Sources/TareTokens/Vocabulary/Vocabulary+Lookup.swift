// SAFETY of every subscript in this file: slots and buckets come from KeyHash, which returns numbers below the
// counts it is given; ids come out of the pack's own tables and are below `tokenCount`; trie steps stay inside the
// units because a pack ends in 256 empty ones. `Vocabulary.init` has checked the tables' sizes.

extension Vocabulary {
  /// The slot of the token with this one-word key, or -1. The id is looked up apart, since a count needs none.
  @inline(__always)
  func shortSlot(_ key: UInt64) -> Int {
    let hash = KeyHash.hash(key)
    let seed = unsafe shortSeeds[KeyHash.bucket(hash, of: shortBucketCount)]
    let slot = KeyHash.slot(hash, seed: seed, of: shortSlotCount)
    return unsafe shortKeys[slot] == key ? slot : -1
  }

  /// The slot of the token with this two-word key, or -1.
  @inline(__always)
  func mediumSlot(_ key: PieceKey) -> Int {
    let hash = KeyHash.hash(key.low, key.high)
    let seed = unsafe mediumSeeds[KeyHash.bucket(hash, of: mediumBucketCount)]
    let slot = KeyHash.slot(hash, seed: seed, of: mediumSlotCount)
    let isEqual = unsafe mediumKeys[2 &* slot] == key.low && mediumKeys[2 &* slot &+ 1] == key.high
    return isEqual ? slot : -1
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
    let id = entry & (1 &<< idBits &- 1)
    guard entry &- id == KeyHash.fingerprint(hash, idBits: idBits), Int(id) < tokenCount else {
      return PackLayout.noToken
    }
    let isEqual = unsafe splits[2 &* Int(id)] == left && splits[2 &* Int(id) &+ 1] == right
    return isEqual ? id : PackLayout.noToken
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
