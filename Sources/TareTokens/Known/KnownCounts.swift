/// What is known of the counts of the pieces of at most 15 bytes that were met lately.
struct KnownCounts {
  private(set) var short = PairTable<ShortCount>()
  private(set) var medium = PairTable<MediumCount>()

  /// The number of tokens of the piece, or 0 when it is not known.
  @inline(__always)
  func count(_ key: PieceKey) -> Int {
    key.length <= 7
      ? short.count(key.word, pair: short.pair(key.word)) : medium.count(key, pair: medium.pair(key))
  }

  /// Remembers a piece that is not known.
  @inline(__always)
  mutating func remember(_ key: PieceKey, _ count: Int) {
    if key.length <= 7 { short.insert(ShortCount(key.word, count)) } else { medium.insert(MediumCount(key, count)) }
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
