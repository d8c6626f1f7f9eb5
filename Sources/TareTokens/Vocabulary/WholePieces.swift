/// Tokens that merging their own bytes does not reach. Nothing inside a text ever merges to them, but a piece that is
/// one of them, byte for byte, is that token, where the vocabulary is used so.
///
/// They are numbered as ranks behind those of the pack.
final class WholePieces: Sendable {
  /// The bytes of each.
  let tokens: [[UInt8]]
  /// Whether a piece is looked up among them before it is merged; otherwise they are only decoded.
  let isLookedUp: Bool
  private let firstRank: TokenID
  private let ranks: [[UInt8]: TokenID]
  /// The most bytes one of them has.
  let longest: Int

  init(_ tokens: [[UInt8]], from firstRank: TokenID, isLookedUp: Bool) {
    self.tokens = tokens
    self.isLookedUp = isLookedUp
    self.firstRank = firstRank
    var ranks: [[UInt8]: TokenID] = [:]
    for (index, token) in tokens.enumerated() { ranks[token] = firstRank + TokenID(index) }
    self.ranks = ranks
    longest = tokens.map(\.count).max() ?? 0
  }

  /// The bytes of the token of that rank; `nil` for a rank that is none of them.
  func bytes(of rank: TokenID) -> [UInt8]? {
    rank >= firstRank && Int(rank - firstRank) < tokens.count ? tokens[Int(rank - firstRank)] : nil
  }

  /// The token that the piece is.
  func token(_ text: TextCursor, _ start: Int, _ end: Int) -> TokenID? {
    guard isLookedUp, end - start <= longest else { return nil }
    return ranks[(start..<end).map { text.byte($0) }]
  }
}

extension TextPass {
  /// The number of tokens of a piece that may be one of `wholePieces`.
  mutating func countPiece(_ start: Int, _ end: Int, _ wholePieces: WholePieces) -> Int {
    wholePieces.token(text, start, end) == nil ? countPiece(start, end) : 1
  }

  /// Appends the tokens of a piece that may be one of `wholePieces`.
  mutating func encodePiece(_ start: Int, _ end: Int, _ wholePieces: WholePieces, into tokens: inout [TokenID]) {
    if let token = wholePieces.token(text, start, end) { return tokens.append(token) }
    encodePiece(start, end, into: &tokens)
  }

  /// The number of tokens in the whole text.
  @inline(__always)
  mutating func count(_ splitter: some PreTokenizer, _ wholePieces: WholePieces?) -> Int {
    self.wholePieces = wholePieces
    return count(splitter)
  }

  /// Appends the tokens of the whole text.
  @inline(__always)
  mutating func encode(_ splitter: some PreTokenizer, _ wholePieces: WholePieces?, into tokens: inout [TokenID]) {
    self.wholePieces = wholePieces
    encode(splitter, into: &tokens)
  }
}
