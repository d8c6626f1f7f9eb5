/// Which two tokens make each token, found by merging its symbols with the tokens of lower rank.
///
/// Only these pairs can ever be merged in any text: while a token is being made, nothing merges across its edges,
/// so its symbols merge as they would alone, and the last of those merges is always the same pair.
struct MergeSplits {
  /// The left and right part of each token; a symbol has itself twice.
  let splits: [(left: TokenID, right: TokenID)]
  /// The tokens that merging their own symbols in rank order does not reach, in rank order.
  let unreachable: [TokenID]
  /// The id of each byte.
  let byteIDs: [TokenID]

  init(_ ranks: RankList) {
    let symbols = SymbolRanks(ranks)
    byteIDs = symbols.bytes
    if let parts = ranks.parts {
      splits = parts.map { (TokenID($0.left), TokenID($0.right)) }
      unreachable = []
      return
    }
    var merged: [UInt64: TokenID] = [:]
    var splits: [(left: TokenID, right: TokenID)] = []
    var unreachable: [TokenID] = []
    for (rank, token) in ranks.tokens.enumerated() {
      let id = TokenID(rank)
      let isSymbol = symbols.isSymbol(token)
      let parts = isSymbol ? [id, id] : Self.merge(symbols.ranks(of: token), merged)
      if parts.count == 2 {
        splits.append((parts[0], parts[1]))
        if !isSymbol { merged[Self.key(parts[0], parts[1])] = id }
      } else {
        splits.append((id, id))
        unreachable.append(id)
      }
    }
    self.splits = splits
    self.unreachable = unreachable
  }

  /// Merges the pair of lowest rank, the leftmost first, until none is left.
  private static func merge(_ bytes: [TokenID], _ merged: [UInt64: TokenID]) -> [TokenID] {
    var parts = bytes
    while parts.count > 1 {
      var best: (rank: TokenID, index: Int)?
      for index in 0..<(parts.count - 1) {
        guard let rank = merged[key(parts[index], parts[index + 1])] else { continue }
        if best.map({ rank < $0.rank }) ?? true { best = (rank, index) }
      }
      guard let best else { break }
      parts[best.index] = best.rank
      parts.remove(at: best.index + 1)
    }
    return parts
  }

  private static func key(_ left: TokenID, _ right: TokenID) -> UInt64 { UInt64(left) << 32 | UInt64(right) }
}
