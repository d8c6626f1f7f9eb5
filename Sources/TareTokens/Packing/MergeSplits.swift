/// Which two tokens make each token, found by merging its bytes with the tokens of lower rank.
///
/// Only these pairs can ever be merged in any text: while a token is being made, nothing merges across its edges,
/// so its bytes merge as they would alone, and the last of those merges is always the same pair.
struct MergeSplits {
  /// The left and right part of each token; a single byte has itself twice.
  let splits: [(left: TokenID, right: TokenID)]
  /// The tokens that merging their own bytes in rank order does not reach, in rank order.
  let unreachable: [TokenID]
  /// The id of each byte.
  let byteIDs: [TokenID]

  init(_ ranks: RankList) {
    var byteIDs = [TokenID](repeating: PackLayout.noToken, count: 256)
    for (rank, token) in ranks.tokens.enumerated() where token.count == 1 { byteIDs[Int(token[0])] = TokenID(rank) }
    var merged: [UInt64: TokenID] = [:]
    var splits: [(left: TokenID, right: TokenID)] = []
    var unreachable: [TokenID] = []
    for (rank, token) in ranks.tokens.enumerated() {
      let id = TokenID(rank)
      let parts = token.count == 1 ? [id, id] : Self.merge(token.map { byteIDs[Int($0)] }, merged)
      if parts.count == 2 {
        splits.append((parts[0], parts[1]))
        if token.count > 1 { merged[Self.key(parts[0], parts[1])] = id }
      } else {
        splits.append((id, id))
        unreachable.append(id)
      }
    }
    self.splits = splits
    self.unreachable = unreachable
    self.byteIDs = byteIDs
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
