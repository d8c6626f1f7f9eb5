/// What is known of the tokens of the pieces of at most 15 bytes that were met lately.
struct KnownTokens {
  private(set) var short = PairTable<ShortTokens>()
  private(set) var medium = PairTable<MediumTokens>()

  /// The tokens of the piece, at most four, if they are known.
  @inline(__always)
  func find(_ key: PieceKey) -> (ids: SIMD4<TokenID>, count: Int)? {
    if key.length <= 7 {
      let (ids, count) = short.tokens(key.word, pair: short.pair(key.word))
      if count > 0 { return (SIMD4(lowHalf: ids, highHalf: SIMD2()), count) }
    }
    let (ids, count) = medium.tokens(key, pair: medium.pair(key))
    return count > 0 ? (ids, count) : nil
  }

  /// Remembers a piece of at most four tokens that is not known.
  mutating func remember(_ key: PieceKey, _ ids: SIMD4<TokenID>, _ count: Int) {
    if key.length <= 7, count <= ShortTokens.mostTokens {
      short.insert(ShortTokens(key.word, ids.lowHalf, count))
    } else {
      medium.insert(MediumTokens(key, ids, count))
    }
  }

  mutating func growIfFull() {
    short.growIfFull()
    medium.growIfFull()
  }

  /// Gives the memory back.
  func free() {
    short.free()
    medium.free()
  }
}
