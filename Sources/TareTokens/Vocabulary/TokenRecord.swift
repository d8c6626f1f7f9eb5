/// What backtracking and decoding ask of one token, side by side, so that asking costs one cache line.
///
/// ```
/// 0  left part    u32      the two tokens whose merge makes it; a symbol, and a token that merging does
/// 4  right part   u32      not reach, has itself twice
/// 8  length       8 bits   bytes of the token
/// 9  prefix       24 bits  the longest shorter token it begins with, of whole symbols; all ones for none
/// 12 offset       u32      where its bytes begin in the section of bytes
/// ```
struct TokenRecord: BitwiseCopyable {
  let left: TokenID
  let right: TokenID
  private let lengthAndPrefix: UInt32
  private let start: UInt32

  private static let noPrefix: UInt32 = 0xFF_FFFF

  init(left: TokenID, right: TokenID, length: Int, prefix: TokenID?, offset: Int) {
    self.left = left
    self.right = right
    lengthAndPrefix = UInt32(length) | (prefix ?? Self.noPrefix) << 8
    start = UInt32(offset)
  }

  @inline(__always)
  var length: Int { Int(lengthAndPrefix & 0xFF) }

  @inline(__always)
  var offset: Int { Int(start) }

  /// The longest token that is a proper prefix of this one, or `noToken`.
  @inline(__always)
  var prefix: TokenID {
    let prefix = lengthAndPrefix &>> 8
    return prefix == Self.noPrefix ? PackLayout.noToken : prefix
  }

  /// The record as it lies in a pack.
  var words: [UInt32] { [left, right, lengthAndPrefix, start] }
}
