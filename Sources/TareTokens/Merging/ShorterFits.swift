/// Remembers which shorter prefix of a token can stand behind another, where several in a row could not.
///
/// A run of one sign has tokens of dozens of lengths, and behind the same token the same ones are refused each time:
/// `----…` would ask for each of them again at every place. What is remembered depends on the vocabulary alone, so it
/// changes no result; the table has a fixed size, and the newest entry takes the place.
@safe struct ShorterFits {
  private struct Entry {
    var left = PackLayout.noToken
    var candidate = PackLayout.noToken
    var fitting = PackLayout.noToken
  }

  private static let count = 256

  /// SAFETY: points at `count` entries owned by this value until `free`.
  private let entries: UnsafeMutablePointer<Entry>

  init() {
    unsafe entries = .allocate(capacity: Self.count)
    unsafe entries.initialize(repeating: Entry(), count: Self.count)
  }

  /// Gives the memory back.
  func free() { unsafe entries.deallocate() }

  /// Forgets everything, as another vocabulary asks for it.
  func clear() { unsafe entries.update(repeating: Entry(), count: Self.count) }

  /// The longest proper prefix of `candidate` that is a token and can stand behind `left`, or `noToken`.
  ///
  /// - Complexity: O(1) where it was asked before, else one question for each shorter prefix.
  func longest(behind left: TokenID, shorterThan candidate: TokenID, _ vocabulary: Vocabulary) -> TokenID {
    // SAFETY: the index is below `count`, a power of two; prefixes are tokens, each of which has a record.
    let hash = (left &* 0x9E37_79B1) ^ (candidate &* 0x85EB_CA77)
    let entry = unsafe entries + Int(hash &>> 24)
    if unsafe entry.pointee.left == left && entry.pointee.candidate == candidate {
      return unsafe entry.pointee.fitting
    }
    var fitting = unsafe vocabulary.tokens[Int(candidate)].prefix
    while fitting != PackLayout.noToken, !vocabulary.canStandTogether(left, fitting) {
      fitting = unsafe vocabulary.tokens[Int(fitting)].prefix
    }
    unsafe entry.pointee = Entry(left: left, candidate: candidate, fitting: fitting)
    return fitting
  }
}
