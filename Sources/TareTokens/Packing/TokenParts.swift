/// The ranks of the two tokens that merge to one; a symbol's own, twice.
package struct TokenParts: Sendable, Hashable {
  package let left: Int
  package let right: Int

  package init(left: Int, right: Int) {
    self.left = left
    self.right = right
  }
}
