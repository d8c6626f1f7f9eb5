/// Byte-pair encoding as its definition says: look every pair of neighbours up by its bytes, merge the one of lowest
/// rank, the leftmost of equals, until none is left.
public struct ReferenceEncoder: Sendable {
  let ranks: [[UInt8]: UInt32]
  let splitter: ReferenceSplitter

  /// An encoder with the tokens of a vocabulary in the order of their ranks.
  public init(tokens: [[UInt8]], _ pattern: ReferencePattern) {
    ranks = Dictionary(uniqueKeysWithValues: zip(tokens, UInt32(0)...))
    splitter = ReferenceSplitter(pattern: pattern)
  }

  /// The ranks of a text's tokens.
  public func encode(_ text: String) -> [UInt32] {
    splitter.pieces(text).flatMap { encode(piece: Array($0.utf8)) }
  }

  /// The ranks of the tokens of one piece.
  ///
  /// - Complexity: O(*n*²) in its bytes.
  public func encode(piece: [UInt8]) -> [UInt32] {
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
