import CTareScan

/// Remembers the tokens of the pieces of at most 7 bytes and two tokens that were met lately: what encoding asks first.
///
/// ```
/// 16 bytes   | two ids (8) | key and number of tokens, as in ShortCounts (8) |
/// ```
/// A piece belongs in one of two neighbours. What the table holds depends on the texts alone.
@safe struct ShortTokens {
  typealias Entry = SIMD2<UInt64>

  static let mostTokens = 2
  /// The most entries: 2 MB.
  static let largest = 131_072
  static let smallest = 512
  private static let keyMask: UInt64 = 0x0FFF_FFFF_FFFF_FFFF

  /// SAFETY: points at twice `1 << (64 - shift)` entries owned by the working memory that made this value; a pair's
  /// number is the top `64 - shift` bits of a hash.
  private let entries: UnsafeMutablePointer<Entry>
  private let shift: UInt64

  /// The number of entries.
  var count: Int { 1 << (65 - Int(shift)) }

  init(_ entries: UnsafeMutablePointer<Entry>, count: Int) {
    unsafe self.entries = entries
    shift = UInt64(65 - count.trailingZeroBitCount)
  }

  /// The table as vector code takes it.
  var table: tare_piece_table {
    unsafe tare_piece_table(pairs: entries, shift: shift, pair_bits: 5)
  }

  @inline(__always)
  private func number(_ key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* ShortCounts.factor) &>> shift) }

  /// Asks for the memory of the key's pair.
  ///
  /// - Returns: The pair's number.
  @inline(__always)
  func prefetch(_ key: UInt64) -> Int {
    let number = number(key)
    unsafe tare_prefetch(entries + 2 &* number)
    return number
  }

  /// What is known of the piece: its tokens, of which there are `count`, or anything and 0.
  @inline(__always)
  func tokens(_ key: UInt64) -> (ids: SIMD2<TokenID>, count: Int) { tokens(key, pair: number(key)) }

  @inline(__always)
  func tokens(_ key: UInt64, pair number: Int) -> (ids: SIMD2<TokenID>, count: Int) {
    let (first, second) = unsafe (entries[2 &* number], entries[2 &* number &+ 1])
    let isFirst = (first.y ^ key) & Self.keyMask == 0
    let isSecond = (second.y ^ key) & Self.keyMask == 0
    let found = (isFirst ? first.y : 0) | (isSecond ? second.y : 0)
    let ids = isFirst ? first.x : second.x
    return (unsafe unsafeBitCast(ids, to: SIMD2<TokenID>.self), Int(truncatingIfNeeded: found &>> 60))
  }

  /// Remembers a piece that is not known. A piece that is one token gives way first: asking the vocabulary again is
  /// cheaper than merging again.
  func insert(_ key: UInt64, _ ids: SIMD2<TokenID>, _ count: Int) {
    let pair = unsafe entries + 2 &* number(key)
    if unsafe !(pair[1].y &>> 60 > 1 && pair[0].y &>> 60 <= 1) { unsafe pair[1] = pair[0] }
    unsafe pair[0] = SIMD2(unsafeBitCast(ids, to: UInt64.self), key | UInt64(count) &<< 60)
  }
}
