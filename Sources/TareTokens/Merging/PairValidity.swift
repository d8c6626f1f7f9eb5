extension Vocabulary {
  /// Whether merging in rank order leaves `left` and `right` side by side: no merge across their edge would have come
  /// before the merges that made them.
  ///
  /// Undoes the merges on both sides of the edge from the last to the first. Whenever the two tokens that then touch
  /// could merge, and at a lower rank than the merge undone last, that merge would have been made instead.
  /// (The idea is that of "backtracking BPE": van Antwerpen and Neubeck, "So many tokens, so little time", 2024.)
  ///
  /// - Complexity: O(depth of the two tokens' merge trees), at most some twenty look-ups.
  func canStandTogether(_ left: TokenID, _ right: TokenID) -> Bool {
    var left = left
    var right = right
    var limit = PackLayout.noToken
    while true {
      // SAFETY: ids are below `tokenCount`, and `splits` has two entries for each.
      let crossing = merged(left, right)
      if crossing < limit { return false }
      // The token of the higher rank was made last; of two equal ones the right, because the leftmost merges first.
      if left > right {
        let inner = unsafe splits[2 &* Int(left) &+ 1]
        if inner != left {
          limit = left
          left = inner
          continue
        }
      }
      let inner = unsafe splits[2 &* Int(right)]
      if inner != right {
        limit = right &+ 1
        right = inner
        continue
      }
      let last = unsafe splits[2 &* Int(left) &+ 1]
      if last == left { return true }
      limit = left
      left = last
    }
  }
}
