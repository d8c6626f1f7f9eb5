/// Remembers which of the shorter tokens can stand where a longer one cannot: in a run of one sign the same question
/// comes up at every place, and each time dozens of lengths would have to be tried.
///
/// What it answers depends on the vocabulary alone, and one value serves one vocabulary. Direct mapped, 16 KB, which
/// are taken when the first question comes: in most texts none does.
@safe struct FittingTokens {
  private static let size = 1_024
  private var entries = GrowingTable<SIMD2<UInt64>>(repeating: SIMD2(0, 0))

  /// The longest of `first` and its prefixes among the tokens that can stand behind `previous`, or `noToken`.
  ///
  /// - Complexity: O(1) when it is known, else a check for each prefix.
  mutating func longest(behind previous: TokenID, from first: TokenID, _ vocabulary: Vocabulary) -> TokenID {
    if entries.count == 0 { unsafe entries.grow(to: Self.size) { _, _ in } }
    let key = UInt64(previous) &<< 32 | UInt64(first) &+ 1
    // SAFETY: the shift leaves a number below `size`, and the table has that many entries.
    let entry = unsafe entries.start + Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> 54)
    if unsafe entry.pointee.x == key { return unsafe TokenID(truncatingIfNeeded: entry.pointee.y) }
    var candidate = first
    while candidate != PackLayout.noToken, !vocabulary.canStandTogether(previous, candidate) {
      candidate = unsafe vocabulary.tokens[Int(candidate)].prefix
    }
    unsafe entry.pointee = SIMD2(key, UInt64(candidate))
    return candidate
  }

  /// Gives the memory back.
  mutating func free() { entries.free() }
}
