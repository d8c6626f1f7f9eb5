@testable import TareTokens

/// Byte-pair encoding as its definition says: look every pair of neighbours up by its bytes, merge the one of lowest
/// rank, the leftmost of equals, until none is left.
struct ReferenceEncoder {
  let ranks: [[UInt8]: TokenID]
  let splitter: ReferenceSplitter

  init(_ list: RankList, _ pattern: Pattern) {
    ranks = Dictionary(uniqueKeysWithValues: list.tokens.enumerated().map { ($1, TokenID($0)) })
    splitter = ReferenceSplitter(pattern: pattern)
  }

  func encode(_ text: String) -> [TokenID] {
    splitter.pieces(text).flatMap { encode(piece: Array($0.utf8)) }
  }

  func encode(piece: [UInt8]) -> [TokenID] {
    if let whole = ranks[piece] { return [whole] }
    var parts = piece.map { [$0] }
    while parts.count > 1 {
      let pairs = (0..<(parts.count - 1)).compactMap { index in
        ranks[parts[index] + parts[index + 1]].map { (rank: $0, index: index) }
      }
      guard let best = pairs.min(by: { ($0.rank, $0.index) < ($1.rank, $1.index) }) else { break }
      parts[best.index] += parts.remove(at: best.index + 1)
    }
    return parts.compactMap { ranks[$0] }
  }
}
