/// Room for what is known of the pieces in hand, in the order of the text.
///
/// SAFETY: each pointer has room for `room` elements and is owned by the working memory that made this value; indices
/// are numbers of pieces in hand, below `PieceBuffer.capacity`. Vector code may write up to eight elements behind.
@safe struct PieceBatch {
  static let room = PieceBuffer.capacity + 8
  /// The count of a piece whose tokens are kept elsewhere, because they are more than four.
  static let more: UInt8 = 255

  /// The key of each piece that has one of one word.
  let keys: UnsafeMutablePointer<UInt64>
  /// The keys of two words of those that are not known.
  let mediumKeys: UnsafeMutablePointer<(UInt64, UInt64)>
  /// Where the table has the key; later, what the vocabulary says of the piece.
  let pairs: UnsafeMutablePointer<UInt32>
  /// The numbers of the pieces that are not known.
  let unknown: UnsafeMutablePointer<UInt32>
  /// Up to four tokens of each piece.
  let ids: UnsafeMutablePointer<SIMD4<TokenID>>
  /// How many they are.
  let counts: UnsafeMutablePointer<UInt8>

  /// The places of the tokens as pairs of words.
  var idWords: UnsafeMutablePointer<(UInt64, UInt64)> {
    unsafe UnsafeMutableRawPointer(ids).assumingMemoryBound(to: (UInt64, UInt64).self)
  }
}
