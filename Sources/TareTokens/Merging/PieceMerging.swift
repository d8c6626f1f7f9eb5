/// Merges the bytes of one short piece: the pair of lowest rank first, the leftmost of equals, until none is left.
///
/// ```
/// place    0    1    2    3         ids and keys stay at the place of a token's first byte;
/// ids      t    h    e    n         a key is the rank of the pair that begins there, then the place,
/// keys     th,0 he,1 en,2 -         so that the least key is the next merge
/// live     1    1    1    1         a bit for each place where a token begins
/// ```
/// For some dozen bytes a scan for the minimum beats any queue; and nearly all it asks for lies in tables of a few
/// hundred kilobytes, where looking for the longest token walks through megabytes. For longer pieces see
/// ``Backtracking``.
@safe struct PieceMerging {
  static let longestPiece = 31
  private static let none = Int32.max

  /// SAFETY: both point at 32 elements owned by the working memory that made this value. Places are below
  /// `longestPiece + 1` = 32, as asserted.
  private let ids: UnsafeMutablePointer<TokenID>
  private let keys: UnsafeMutablePointer<Int32>

  init(_ ids: UnsafeMutablePointer<TokenID>, _ keys: UnsafeMutablePointer<Int32>) {
    unsafe self.ids = ids
    unsafe self.keys = keys
  }

  /// Merges the piece and writes its tokens to `tokens`, which has room for one for each byte.
  ///
  /// - Precondition: `1 <= end - start <= longestPiece`.
  /// - Returns: The number of tokens.
  func merge(
    _ text: TextCursor, _ start: Int, _ end: Int, _ vocabulary: Vocabulary, into tokens: UnsafeMutablePointer<TokenID>
  ) -> Int {
    let count = end &- start
    assert(count >= 1 && count <= Self.longestPiece)
    load(text, start, count, vocabulary)
    var live: UInt32 = 1 &<< UInt32(count) &- 1
    while true {
      var least = Self.none
      for place in 0..<count { least = unsafe min(least, keys[place]) }
      if least == Self.none { break }
      let place = Int(least & 31)
      let merged = TokenID(least &>> 5)
      unsafe ids[place] = merged
      // The right part begins at the next live place, which a pair with a rank always has.
      let behind = live & ~(2 &<< UInt32(place) &- 1)
      let right = behind.trailingZeroBitCount
      live &= ~(1 &<< UInt32(right))
      unsafe keys[right] = Self.none
      let next = behind & (behind &- 1)
      unsafe keys[place] = next == 0 ? Self.none : key(merged, ids[next.trailingZeroBitCount], place, vocabulary)
      let before = live & (1 &<< UInt32(place) &- 1)
      if before != 0 {
        let left = 31 &- before.leadingZeroBitCount
        unsafe keys[left] = key(ids[left], merged, left, vocabulary)
      }
    }
    return unsafe collect(live, into: tokens)
  }

  @inline(__always)
  private func load(_ text: TextCursor, _ start: Int, _ count: Int, _ vocabulary: Vocabulary) {
    var byte = Int(text.byte(start))
    for place in 0..<count {
      unsafe ids[place] = vocabulary.byteIDs[byte]
      guard place &+ 1 < count else { break }
      let next = Int(text.byte(start &+ place &+ 1))
      unsafe keys[place] = key(vocabulary.bytePairIDs[byte &<< 8 | next], place)
      byte = next
    }
    unsafe keys[count &- 1] = Self.none
  }

  @inline(__always)
  private func key(_ left: TokenID, _ right: TokenID, _ place: Int, _ vocabulary: Vocabulary) -> Int32 {
    key(vocabulary.merged(left, right), place)
  }

  /// Ranks have 21 bits, so that a rank and a place fit.
  @inline(__always)
  private func key(_ rank: TokenID, _ place: Int) -> Int32 {
    rank == PackLayout.noToken ? Self.none : Int32(truncatingIfNeeded: rank &<< 5) | Int32(truncatingIfNeeded: place)
  }

  @inline(__always)
  private func collect(_ live: UInt32, into tokens: UnsafeMutablePointer<TokenID>) -> Int {
    var live = live
    var count = 0
    while live != 0 {
      unsafe tokens[count] = ids[live.trailingZeroBitCount]
      count &+= 1
      live &= live &- 1
    }
    return count
  }
}
