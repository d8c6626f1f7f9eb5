/// Merges the bytes of one short piece: the pair of lowest rank first, the leftmost of equals, until none is left.
///
/// For a dozen bytes a scan for the minimum beats any queue.
@safe struct PieceMerging {
  static let longestPiece = 15

  /// SAFETY: both point at 16 elements owned by the working memory that made this value.
  let ids: UnsafeMutablePointer<TokenID>
  let ranks: UnsafeMutablePointer<TokenID>

  /// Merges the piece; the tokens are then the first of `ids`.
  ///
  /// - Precondition: `1 <= end - start <= longestPiece`.
  /// - Returns: The number of tokens.
  func merge(_ text: TextCursor, _ start: Int, _ end: Int, _ vocabulary: Vocabulary) -> Int {
    var count = end &- start
    assert(count >= 1 && count <= Self.longestPiece)
    for index in 0..<count {
      let byte = Int(text.byte(start &+ index))
      unsafe ids[index] = vocabulary.byteIDs[byte]
      guard index &+ 1 < count else { break }
      unsafe ranks[index] = vocabulary.bytePairIDs[byte &<< 8 | Int(text.byte(start &+ index &+ 1))]
    }
    while count > 1 {
      var lowest = PackLayout.noToken
      var place = 0
      for index in 0..<(count &- 1) where unsafe ranks[index] < lowest {
        lowest = unsafe ranks[index]
        place = index
      }
      if lowest == PackLayout.noToken { break }
      unsafe ids[place] = lowest
      count &-= 1
      var index = place &+ 1
      while index < count {
        unsafe ids[index] = ids[index &+ 1]
        unsafe ranks[index &- 1] = ranks[index]
        index &+= 1
      }
      if place &+ 1 < count { unsafe ranks[place] = vocabulary.merged(ids[place], ids[place &+ 1]) }
      if place > 0 { unsafe ranks[place &- 1] = vocabulary.merged(ids[place &- 1], ids[place]) }
    }
    return count
  }
}
