/// Room for the tokens of the pieces in hand, before they are appended to the caller's list in one go.
@safe struct TokenBuffer {
  /// The most tokens that one piece may put here: the rest goes to the list at once.
  static let mostOfOnePiece = 32
  /// Room for as many pieces as are found at a time, and for one write of eight ids behind the last.
  static let capacity = PieceBuffer.capacity * mostOfOnePiece + 8

  /// SAFETY: points at `capacity` ids owned by the working memory that made this value.
  let start: UnsafeMutablePointer<TokenID>

  init(_ start: UnsafeMutablePointer<TokenID>) {
    unsafe self.start = start
  }

  /// Writes four ids, of which the caller may mean fewer.
  @inline(__always)
  func write(_ ids: SIMD4<TokenID>, at place: Int) {
    assert(place >= 0 && place &+ 4 <= Self.capacity)
    // SAFETY: a piece moves the place by at most `mostOfOnePiece`, so these four lie inside, as asserted.
    unsafe UnsafeMutableRawPointer(start + place).storeBytes(of: ids, as: SIMD4<TokenID>.self)
  }

  /// Writes `count` ids.
  @inline(__always)
  func write(_ ids: UnsafePointer<TokenID>, _ count: Int, at place: Int) {
    assert(place >= 0 && count <= Self.mostOfOnePiece && place &+ count <= Self.capacity)
    unsafe (start + place).update(from: ids, count: count)
  }
}
