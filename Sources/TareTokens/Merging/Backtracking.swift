/// Finds the tokens of a piece of any length without merging: the longest token first, as long as each pair of
/// neighbours could have come out of merging; where no token fits, the last one is taken back and shortened.
///
/// ```
/// place   0 . . . . 5 . . . 9
/// tokens  [ A       ][ B    ]      B cannot stand behind A, no shorter one can either:
///         [ A'   ] ...             take A back, try its next shorter prefix, remember 5 as dead
/// ```
/// Each place is left for good at most once (a bit for each says so), so the time is linear in the piece for a
/// bounded token length, whatever the text. It finds what merging finds, because of all the ways to cut a piece into
/// tokens that merging reaches just one has only such pairs. Its memory is 4 bytes and a bit for each byte of the
/// longest piece.
@safe struct Backtracking {
  /// The tokens found, by rank.
  ///
  /// SAFETY: `tokens` and `dead` have room for a token and a bit for each byte of a piece of up to `capacity` bytes
  /// and are owned by this value until `free`; a token has at least one byte, so a piece never has more.
  private(set) var tokens: UnsafeMutablePointer<TokenID>
  /// A set bit marks a place from which the rest of the piece cannot be finished.
  private var dead: UnsafeMutablePointer<UInt64>
  private var capacity = 0
  private var fitting = FittingTokens()

  private static let smallest = 1 << 10
  private static let largestKept = 1 << 16

  init() {
    unsafe tokens = .allocate(capacity: Self.smallest)
    unsafe dead = .allocate(capacity: Self.smallest / 64 + 1)
    capacity = Self.smallest
  }

  /// Finds the tokens of the piece.
  ///
  /// - Precondition: `start < end`.
  /// - Returns: How many they are.
  mutating func run(_ text: TextCursor, _ start: Int, _ end: Int, _ vocabulary: Vocabulary) -> Int {
    if end &- start > capacity { allocate(end - start) }
    var count = 0
    var place = start
    var hasDead = false
    var match = RepeatedMatch()
    var candidate = vocabulary.longestMatch(text, start, end)
    // Whether the candidate is known to fit behind the token before it.
    var fits = true
    while true {
      // SAFETY: candidates are tokens of the vocabulary, which has a record for each; `count` is below the number
      // of bytes behind `start`.
      let record = unsafe vocabulary.tokens[Int(candidate)]
      let next = place &+ record.length
      // The end is minded although matches stay inside the piece: a damaged pack must not lead out of the text.
      let isOpen = next <= end && !(hasDead && isDead(next &- start))
      if isOpen, unsafe fits || vocabulary.canStandTogether(tokens[count &- 1], candidate) {
        unsafe tokens[count] = candidate
        count &+= 1
        if next == end { return count }
        place = next
        fits = hasDead
        guard hasDead else {
          candidate = vocabulary.longestMatch(text, place, end)
          continue
        }
        candidate = match.longest(text, place, end, vocabulary)
        candidate = unsafe fitting.longest(behind: tokens[count &- 1], from: candidate, vocabulary)
      } else {
        candidate = record.prefix
        fits = count == 0 || hasDead
        if hasDead, count > 0, candidate != PackLayout.noToken {
          candidate = unsafe fitting.longest(behind: tokens[count &- 1], from: candidate, vocabulary)
        }
      }
      if candidate != PackLayout.noToken { continue }
      // Every byte is a token and some division is what merging finds, so place 0 is never dead and there is always
      // a token to take back; a damaged pack must still end, so the piece falls back to its bytes.
      guard count > 0 else { return fallBack(text, start, end, vocabulary) }
      if !hasDead { clearDead(end &- start) }
      hasDead = true
      unsafe dead[(place &- start) / 64] |= 1 &<< UInt64((place &- start) & 63)
      count &-= 1
      fits = true
      candidate = unsafe tokens[count]
      place &-= vocabulary.length(candidate)
    }
  }

  /// Gives back what only an extraordinary piece needed.
  mutating func shrink() {
    if capacity > Self.largestKept { allocate(Self.smallest) }
  }

  /// Gives the memory back.
  mutating func free() {
    release()
    fitting.free()
  }

  private func release() {
    unsafe tokens.deallocate()
    unsafe dead.deallocate()
  }

  /// Merges one by one, for a vocabulary whose ranks do not tell when merges come about.
  ///
  /// - Precondition: `start < end`.
  /// - Returns: How many tokens they come to.
  /// - Complexity: O(*n* log *n*) in the bytes of the piece.
  mutating func merge(_ text: TextCursor, _ start: Int, _ end: Int, _ vocabulary: Vocabulary) -> Int {
    if end &- start > capacity { allocate(end - start) }
    var queue = QueueMerging(text, start, end, vocabulary)
    // SAFETY: a token has at least one byte, and there is room for as many as the piece has.
    return queue.run { unsafe tokens[$0] = $1 }
  }

  private mutating func allocate(_ bytes: Int) {
    release()
    capacity = max(bytes, Self.smallest)
    unsafe tokens = .allocate(capacity: capacity)
    unsafe dead = .allocate(capacity: capacity / 64 + 1)
  }

  private func isDead(_ place: Int) -> Bool { unsafe dead[place / 64] & (1 &<< UInt64(place & 63)) != 0 }

  private func clearDead(_ bytes: Int) {
    for index in 0...(bytes / 64) { unsafe dead[index] = 0 }
  }

  private func fallBack(_ text: TextCursor, _ start: Int, _ end: Int, _ vocabulary: Vocabulary) -> Int {
    for place in start..<end { unsafe tokens[place - start] = vocabulary.byteIDs[Int(text.byte(place))] }
    return end - start
  }
}
