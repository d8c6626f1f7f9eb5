/// The tokens of a vocabulary in rank order, as bytes: what a pack is made from.
package struct RankList: Sendable, Hashable {
  /// The bytes of each token; the index is the rank and the id.
  package let tokens: [[UInt8]]
  /// What merging begins with.
  package let symbols: MergeSymbols
  /// The two tokens that make each, where some come later in the list than what they make; otherwise that is found by
  /// merging.
  package let parts: [TokenParts]?

  /// A list from its tokens.
  ///
  /// - Throws: ``PackingError`` for an empty, overlong or repeated token, and for a byte without a token.
  package init(_ tokens: [[UInt8]], symbols: MergeSymbols = .bytes, parts: [TokenParts]? = nil)
    throws(PackingError)
  {
    guard tokens.count < 1 << PackLayout.idBits else { throw .tooManyTokens(tokens.count) }
    var seen = Set<[UInt8]>()
    for (rank, token) in tokens.enumerated() {
      guard (1...255).contains(token.count) else { throw .tokenLength(rank: rank, bytes: token.count) }
      guard seen.insert(token).inserted else { throw .repeatedToken(rank: rank) }
    }
    for byte in UInt8.min...UInt8.max where !seen.contains([byte]) { throw .missingByte(byte) }
    self.tokens = tokens
    self.symbols = symbols
    self.parts = parts
  }

  /// Reads tiktoken's form, whose ranks have to have no gaps.
  package init(tiktoken text: [UInt8]) throws(PackingError) {
    let lines = try TiktokenFile.lines(of: text).sorted { $0.id < $1.id }
    for (rank, line) in lines.enumerated() where line.id != TokenID(rank) {
      throw .brokenRanks(min(rank, Int(line.id)))
    }
    try self.init(lines.map(\.bytes))
  }

  /// Reads the compact form: for each token in rank order its length as one byte, then its bytes.
  package init(compact bytes: [UInt8]) throws(PackingError) {
    var tokens: [[UInt8]] = []
    var offset = 0
    while offset < bytes.count {
      let end = offset + 1 + Int(bytes[offset])
      guard end <= bytes.count else { throw .truncatedRankList }
      tokens.append(Array(bytes[(offset + 1)..<end]))
      offset = end
    }
    try self.init(tokens)
  }

  /// The compact form: the source that stands beside each pack in the repository.
  package var compact: [UInt8] {
    tokens.flatMap { [UInt8($0.count)] + $0 }
  }
}
