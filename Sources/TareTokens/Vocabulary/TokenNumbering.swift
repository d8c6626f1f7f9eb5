/// How the ids of an encoding come from ranks, the order in which tokens merge, that vocabularies are packed by.
enum TokenNumbering: Sendable {
  /// The rank is the id.
  case ranks
  /// The rank and a constant, for ranks from `first` on; below it the rank alone.
  case shifted(from: TokenID, by: TokenID)
  /// Any id; `ranks` is the way back, `PackLayout.noToken` where there is none.
  case listed(ids: [TokenID], ranks: [TokenID])

  /// The numbering by `ids`, one for each rank.
  init(_ ids: [TokenID]) {
    let shift = ids.first ?? 0
    if ids.indices.allSatisfy({ ids[$0] == TokenID($0) + shift }) {
      self = shift == 0 ? .ranks : .shifted(from: 0, by: shift)
      return
    }
    var ranks = [TokenID](repeating: PackLayout.noToken, count: Int(ids.max() ?? 0) + 1)
    for (rank, id) in ids.enumerated() { ranks[Int(id)] = TokenID(rank) }
    self = .listed(ids: ids, ranks: ranks)
  }

  /// The id of a rank.
  @inline(__always)
  func id(of rank: TokenID) -> TokenID {
    switch self {
    case .ranks: rank
    case .shifted(let first, let shift): rank < first ? rank : rank &+ shift
    case .listed(let ids, _): ids[Int(rank)]
    }
  }

  /// The rank of an id, which may be that of no token; `nil` where the numbering has no such id.
  func rank(of id: TokenID) -> TokenID? {
    switch self {
    case .ranks: return id
    case .shifted(let first, let shift):
      if id < first { return id }
      return id >= first &+ shift ? id &- shift : nil
    case .listed(_, let ranks):
      guard Int(id) < ranks.count, ranks[Int(id)] != PackLayout.noToken else { return nil }
      return ranks[Int(id)]
    }
  }

  /// Whether one of the first `count` ranks has that id.
  func has(_ id: TokenID, of count: Int) -> Bool { rank(of: id).map { Int($0) < count } ?? false }

  /// Puts ids in the place of ranks.
  func renumber(_ tokens: inout [TokenID], from start: Int = 0) {
    if case .ranks = self { return }
    for index in start..<tokens.count { tokens[index] = id(of: tokens[index]) }
  }
}
