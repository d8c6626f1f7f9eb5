/// Finds the tokens of a piece of any length without merging: the longest token first, as long as each pair of
/// neighbours could have come out of merging; where no token fits, the last one is taken back and shortened.
///
/// ```
/// place   0 . . . . 5 . . . 9
/// tokens  [ A       ][ B    ]      B cannot stand behind A, no shorter one can either:
///         [ A'   ] ...             take A back, try its next shorter prefix, remember 5 as dead
/// ```
/// Each place is left for good at most once (a bit for each says so), so the time is linear in the piece for a
/// bounded token length, whatever the text. Works for vocabularies all of whose tokens are reachable.
struct Backtracking {
  /// The tokens found.
  private(set) var tokens: [TokenID] = []
  /// A set bit marks a place from which the rest of the piece cannot be finished.
  private var dead: [UInt64] = []

  /// Finds the tokens of the piece.
  ///
  /// - Precondition: `start < end`.
  mutating func run(_ text: TextCursor, _ start: Int, _ end: Int, _ vocabulary: Vocabulary) {
    tokens.removeAll(keepingCapacity: true)
    var place = start
    var candidate = vocabulary.longestMatch(text, start, end)
    if vocabulary.length(candidate) == end &- start {
      tokens.append(candidate)
      return
    }
    prepareBits(end &- start)
    while true {
      let next = place &+ vocabulary.length(candidate)
      let fits = !isDead(next &- start) && (tokens.last.map { vocabulary.canStandTogether($0, candidate) } ?? true)
      if fits {
        tokens.append(candidate)
        if next == end { return }
        place = next
        candidate = vocabulary.longestMatch(text, place, end)
        continue
      }
      // SAFETY: `candidate` is an id of the vocabulary, which has one entry for each.
      let shorter = unsafe vocabulary.shorterPrefixes[Int(candidate)]
      if shorter != PackLayout.noToken {
        candidate = shorter
        continue
      }
      // Every byte is a token and some division is what merging finds, so place 0 is never dead and there is always
      // a token to take back; a damaged pack must still end, so the piece falls back to what is there.
      markDead(place &- start)
      guard let last = tokens.popLast() else {
        tokens = (start..<end).map { unsafe vocabulary.byteIDs[Int(text.byte($0))] }
        return
      }
      place &-= vocabulary.length(last)
      candidate = last
    }
  }

  private mutating func prepareBits(_ count: Int) {
    let words = count / 64 + 1
    if dead.count < words { dead = [UInt64](repeating: 0, count: words) }
    for index in 0..<words { dead[index] = 0 }
  }

  private func isDead(_ place: Int) -> Bool { dead[place / 64] & (1 &<< UInt64(place & 63)) != 0 }

  private mutating func markDead(_ place: Int) { dead[place / 64] |= 1 &<< UInt64(place & 63) }
}
