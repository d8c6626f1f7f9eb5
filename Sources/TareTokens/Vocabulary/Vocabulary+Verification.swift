extension Vocabulary {
  /// Reads a pack that comes from outside the binary, such as an installed file, and proves that no look-up in it can
  /// leave the pack or go on for ever, whatever the bytes are. That they are the bytes that were packed is for a
  /// checksum to say.
  ///
  /// - Throws: ``PackError`` naming the section that is damaged.
  /// - Complexity: O(*n*) in the bytes of the pack: a few milliseconds.
  init(verifying pack: UnsafeRawBufferPointer) throws(PackError) {
    try unsafe self.init(pack)
    try verifyContents()
    if mergesInAnyOrder { noteEarlyTokens() }
  }

  /// Checks every number in the tables that a look-up uses as an index, and every chain that a loop follows.
  func verifyContents() throws(PackError) {
    try verifyTokens()
    try check(.byteIDs) { (0..<256).allSatisfy { unsafe isToken(byteIDs[$0]) } }
    try check(.bytePairIDs) { (0..<65_536).allSatisfy { unsafe isTokenOrNone(bytePairIDs[$0]) } }
    try check(.shortIDs) { (0..<Int(shortSlotCount)).allSatisfy { unsafe isToken(shortIDs[$0]) } }
    try check(.mediumIDs) { (0..<Int(mediumSlotCount)).allSatisfy { unsafe isToken(mediumIDs[$0]) } }
    try verifyPairs()
    try verifyTrie()
  }

  private func isToken(_ id: TokenID) -> Bool { Int(id) < tokenCount }
  private func isTokenOrNone(_ id: TokenID) -> Bool { isToken(id) || id == PackLayout.noToken }

  private func check(_ section: PackLayout.Section, _ isSound: () -> Bool) throws(PackError) {
    guard isSound() else { throw .damagedSection("\(section)") }
  }

  /// Parts and prefixes are of lower rank or shorter, so that undoing merges and shortening both end.
  private func verifyTokens() throws(PackError) {
    try check(.tokens) {
      (0..<tokenCount).allSatisfy { id in
        let record = unsafe tokens[id]
        let isLeaf = record.left == UInt32(id) && record.right == UInt32(id)
        let hasParts = record.left < UInt32(id) && record.right < UInt32(id)
        let isShortened = record.prefix == PackLayout.noToken || isShorter(record.prefix, record.length)
        return (isLeaf || hasParts) && isShortened && record.length > 0 && record.length <= longestToken
          && record.offset + record.length <= tokenByteCount
      }
    }
  }

  private func isShorter(_ id: TokenID, _ length: Int) -> Bool {
    unsafe isToken(id) && tokens[Int(id)].length < length
  }

  private func verifyPairs() throws(PackError) {
    let mask: UInt64 = 1 << PackLayout.idBits - 1
    try check(.pairEntries) {
      (0..<Int(pairSlotCount)).allSatisfy { slot in
        let entry = unsafe pairEntries[slot]
        return entry == .max || isToken(UInt32(entry >> (2 * PackLayout.idBits) & mask))
      }
    }
  }

  /// Every step from a base lands inside the array. That a match has the length of its token is not checked here:
  /// backtracking minds the end of its piece.
  private func verifyTrie() throws(PackError) {
    try check(.trieRoot) { (0..<65_536).allSatisfy { unsafe Int(trieRoot[$0]) < trieUnitCount } }
    try check(.trieUnits) {
      (0..<trieUnitCount).allSatisfy { unit in
        let node = unsafe trieUnits[unit]
        let base = Int(node >> 8 & 0xFF_FFFF)
        let id = UInt32(truncatingIfNeeded: node >> 32)
        return (base == 0 || base + 255 < trieUnitCount) && (id == 0 || isToken(id - 1))
      }
    }
  }
}
