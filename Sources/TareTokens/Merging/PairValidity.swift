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
    // SAFETY: ids are below `tokenCount`, and `tokens` has a record for each.
    var (left, right) = (left, right)
    var (leftRecord, rightRecord) = unsafe (tokens[Int(left)], tokens[Int(right)])
    var limit = PackLayout.noToken
    while true {
      if merged(left, right) < limit { return false }
      // The token of the higher rank was made last; of two equal ones the right, because the leftmost merges first.
      if left > right, leftRecord.right != left {
        limit = left
        left = leftRecord.right
        leftRecord = unsafe tokens[Int(left)]
      } else if rightRecord.left != right {
        limit = right &+ 1
        right = rightRecord.left
        rightRecord = unsafe tokens[Int(right)]
      } else if leftRecord.right != left {
        limit = left
        left = leftRecord.right
        leftRecord = unsafe tokens[Int(left)]
      } else {
        return true
      }
    }
  }
}
