/// What is known of the pieces of at most 15 bytes that were met lately.
struct KnownCounts {
  var short: ShortCounts
  var medium: MediumCounts
  /// Pieces remembered since each table last grew.
  var shortInserted = 0
  var mediumInserted = 0

  /// The number of tokens of the piece, or 0 when it is not known.
  @inline(__always)
  func count(_ key: PieceKey) -> Int { key.length <= 7 ? short.count(key.word) : medium.count(key) }

  /// Remembers a piece that is not known.
  @inline(__always)
  mutating func remember(_ key: PieceKey, _ count: Int) {
    if key.length <= 7 {
      short.insert(key.word, count)
      shortInserted &+= 1
    } else {
      medium.insert(key, count)
      mediumInserted &+= 1
    }
  }
}
