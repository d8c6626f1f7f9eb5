/// Room for the tokens of the pieces in hand, before they are appended to the caller's list in one go.
@safe struct TokenBuffer {
  /// Room for four tokens of each piece that is found at a time.
  static let capacity = PieceBuffer.capacity * 4 + 4

  /// SAFETY: points at `capacity` ids owned by the working memory that made this value.
  let start: UnsafeMutablePointer<TokenID>

  init(_ start: UnsafeMutablePointer<TokenID>) {
    unsafe self.start = start
  }

  /// Writes four ids, of which the caller may mean fewer.
  @inline(__always)
  func write(_ ids: SIMD4<TokenID>, at place: Int) {
    assert(place >= 0 && place &+ 4 <= Self.capacity)
    // SAFETY: a piece moves the place by at most four, so these four lie inside, as asserted.
    unsafe UnsafeMutableRawPointer(start + place).storeBytes(of: ids, as: SIMD4<TokenID>.self)
  }
}
