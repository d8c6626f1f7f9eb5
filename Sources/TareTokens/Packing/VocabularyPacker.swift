/// Turns a rank list into the bytes of ``PackLayout``.
package struct VocabularyPacker {
  /// What the packer found out about the vocabulary.
  package struct Summary: Sendable, Hashable {
    /// The number of tokens.
    package let tokens: Int
    /// The number of trie units, padding included.
    package let trieUnits: Int
    /// The tokens that merging their own bytes does not reach.
    package let unreachable: [TokenID]
  }

  private let ranks: RankList
  private let name: String
  private let sourceDigest: [UInt8]

  /// A packer for `ranks`.
  ///
  /// - Parameters:
  ///   - name: The name of the encoding, at most 32 bytes of UTF-8.
  ///   - sourceDigest: The SHA-256 of the file the ranks came from, 32 bytes.
  package init(_ ranks: RankList, name: String, sourceDigest: [UInt8]) {
    self.ranks = ranks
    self.name = name
    self.sourceDigest = sourceDigest
  }

  /// The packed vocabulary.
  ///
  /// - Throws: ``PackingError`` when some table has no room for the vocabulary.
  package func packed() throws(PackingError) -> (bytes: [UInt8], summary: Summary) {
    let merges = MergeSplits(ranks)
    let trie = try DoubleArrayTrie(ranks)
    var sections: [PackLayout.Section: [UInt8]] = [:]
    try addPieceTables(&sections)
    addTokens(merges, &sections)
    try addPairs(merges, &sections)
    addTrie(trie, &sections)
    let summary = Summary(tokens: ranks.tokens.count, trieUnits: trie.units.count, unreachable: merges.unreachable)
    return (assembled(sections, isReachable: merges.unreachable.isEmpty), summary)
  }

  // MARK: Pieces

  private func addPieceTables(_ sections: inout [PackLayout.Section: [UInt8]]) throws(PackingError) {
    let short = ranks.tokens.indices.filter { ranks.tokens[$0].count <= 7 }
    let shortKeys = short.map { PieceKey(ranks.tokens[$0]).word }
    let shortTable = try PerfectHash(shortKeys.map { KeyHash.hash($0) })
    sections[.shortSeeds] = shortTable.seeds
    sections[.shortKeys] = littleEndian(shortTable.slots.map { $0 < 0 ? 0 : shortKeys[$0] })
    sections[.shortIDs] = littleEndian(shortTable.slots.map { $0 < 0 ? 0 : UInt32(short[$0]) })

    let medium = ranks.tokens.indices.filter { (8...15).contains(ranks.tokens[$0].count) }
    let mediumKeys = medium.map { PieceKey(ranks.tokens[$0]) }
    let mediumTable = try PerfectHash(mediumKeys.map { KeyHash.hash($0.low, $0.high) })
    sections[.mediumSeeds] = mediumTable.seeds
    sections[.mediumKeys] = littleEndian(
      mediumTable.slots.flatMap { $0 < 0 ? [0, 0] : [mediumKeys[$0].low, mediumKeys[$0].high] })
    sections[.mediumIDs] = littleEndian(mediumTable.slots.map { $0 < 0 ? 0 : UInt32(medium[$0]) })
  }

  // MARK: Tokens

  private func addTokens(_ merges: MergeSplits, _ sections: inout [PackLayout.Section: [UInt8]]) {
    var ids: [[UInt8]: TokenID] = [:]
    for (rank, token) in ranks.tokens.enumerated() { ids[token] = TokenID(rank) }
    var offset = 0
    let records = zip(ranks.tokens, merges.splits).map { token, split in
      let prefix = (1..<max(1, token.count)).reversed().lazy.compactMap { length in
        ranks.symbols.mayBegin(with: token[length]) ? ids[Array(token.prefix(length))] : nil
      }.first
      defer { offset += token.count }
      // Where a part is of higher rank, the merge is not undone, and it is no part to those who check a pack.
      let own = ids[token] ?? 0
      let split = max(split.left, split.right) > own ? (left: own, right: own) : split
      return TokenRecord(left: split.left, right: split.right, length: token.count, prefix: prefix, offset: offset)
    }
    sections[.tokens] = littleEndian(records.flatMap(\.words))
    sections[.tokenBytes] = ranks.tokens.flatMap { $0 }
    sections[.byteIDs] = littleEndian(merges.byteIDs)
    sections[.bytePairIDs] = littleEndian(
      (0..<65_536).map { ids[[UInt8($0 >> 8), UInt8($0 & 255)]] ?? PackLayout.noToken })
  }

  // MARK: Pairs

  private func addPairs(
    _ merges: MergeSplits, _ sections: inout [PackLayout.Section: [UInt8]]
  ) throws(PackingError) {
    let ids = merges.splits.indices.filter { merges.splits[$0] != (TokenID($0), TokenID($0)) }
    let hashes = ids.map { KeyHash.hash(pair: merges.splits[$0].left, merges.splits[$0].right) }
    let table = try PerfectHash(hashes)
    sections[.pairSeeds] = table.seeds
    sections[.pairEntries] = littleEndian(
      table.slots.map { slot -> UInt64 in
        guard slot >= 0 else { return .max }
        let split = merges.splits[ids[slot]]
        let pair = UInt64(split.left) | UInt64(split.right) << PackLayout.idBits
        return pair | UInt64(ids[slot]) << (2 * PackLayout.idBits)
      })
    sections[.pairFilter] = littleEndian(filter(hashes, bitsPerKey: 10))
  }

  private func filter(_ hashes: [UInt64], bitsPerKey: Int) -> [UInt64] {
    var count = 64
    while count * 64 < hashes.count * bitsPerKey { count *= 2 }
    var words = [UInt64](repeating: 0, count: count)
    for hash in hashes { words[KeyHash.filterWord(hash, of: count)] |= KeyHash.filterBits(hash) }
    return words
  }

  // MARK: Trie

  private func addTrie(_ trie: DoubleArrayTrie, _ sections: inout [PackLayout.Section: [UInt8]]) {
    sections[.trieRoot] = littleEndian((0..<65_536).map { trie.unit(behind: UInt8($0 >> 8), UInt8($0 & 255)) })
    sections[.trieUnits] = littleEndian(trie.units)
  }

  // MARK: Assembly

  private func assembled(_ sections: [PackLayout.Section: [UInt8]], isReachable: Bool) -> [UInt8] {
    var table: [UInt64] = []
    var body: [UInt8] = []
    for section in PackLayout.Section.allCases {
      let content = sections[section] ?? []
      let offset = PackLayout.roundedUp(PackLayout.firstSection + body.count)
      body += [UInt8](repeating: 0, count: offset - PackLayout.firstSection - body.count) + content
      table += [UInt64(offset), UInt64(content.count)]
    }
    // Whole words to the end, so that the checksum reads no partial one.
    body += [UInt8](repeating: 0, count: PackLayout.roundedUp(body.count) - body.count)
    var rest = littleEndian(table)
    rest += [UInt8](repeating: 0, count: PackLayout.firstSection - PackLayout.headerSize - rest.count)
    rest += body
    return header(isReachable: isReachable, checksum: PackChecksum.of(rest.span)) + rest
  }

  private func header(isReachable: Bool, checksum: UInt64) -> [UInt8] {
    let longest = ranks.tokens.map(\.count).max() ?? 0
    let flags =
      (isReachable ? PackLayout.reachableFlag : 0) | (ranks.symbols == .characters ? PackLayout.charactersFlag : 0)
      | (ranks.parts == nil ? 0 : PackLayout.anyOrderFlag)
    let numbers = [
      PackLayout.version, flags, UInt32(ranks.tokens.count), UInt32(longest), 0,
      UInt32(PackLayout.Section.allCases.count),
    ]
    var header = PackLayout.magic + littleEndian(numbers)
    header += padded(sourceDigest, to: 32) + padded(Array(name.utf8), to: 32)
    header += littleEndian([checksum])
    return padded(header, to: PackLayout.headerSize)
  }

  private func padded(_ bytes: [UInt8], to count: Int) -> [UInt8] {
    Array(bytes.prefix(count)) + [UInt8](repeating: 0, count: max(0, count - bytes.count))
  }
}

private func littleEndian(_ numbers: [UInt64]) -> [UInt8] {
  numbers.flatMap { number in (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) } }
}

private func littleEndian(_ numbers: [UInt32]) -> [UInt8] {
  numbers.flatMap { number in (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) } }
}
