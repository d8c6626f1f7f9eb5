/// What is known of the tokens of the pieces of at most 15 bytes that were met lately.
struct KnownTokens {
  var short: ShortTokens
  var medium: MediumTokens
  /// Pieces remembered since each table last grew.
  var shortInserted = 0
  var mediumInserted = 0

  /// The tokens of the piece, at most four, if they are known.
  @inline(__always)
  func find(_ key: PieceKey) -> (ids: SIMD4<TokenID>, count: Int)? {
    if key.length <= 7 {
      let (ids, count) = short.tokens(key.word)
      if count > 0 { return (SIMD4(lowHalf: ids, highHalf: SIMD2()), count) }
    }
    let (ids, count) = medium.tokens(key)
    return count > 0 ? (ids, count) : nil
  }

  /// Remembers a piece of at most four tokens that is not known.
  mutating func remember(_ key: PieceKey, _ ids: SIMD4<TokenID>, _ count: Int) {
    if key.length <= 7, count <= ShortTokens.mostTokens {
      short.insert(key.word, ids.lowHalf, count)
      shortInserted &+= 1
    } else {
      medium.insert(key, ids, count)
      mediumInserted &+= 1
    }
  }
}
