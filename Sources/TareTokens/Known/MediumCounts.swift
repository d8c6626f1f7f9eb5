import CTareScan

/// Remembers how many tokens the pieces of 8 to 15 bytes that were met lately have.
///
/// ```
/// 16 bytes   | bytes of the piece, padded with zeros (15) | length (4 bits), tokens (4 bits) |
/// ```
/// A piece belongs in one of two neighbours. What the table holds depends on the texts alone.
@safe struct MediumCounts {
  /// The most entries: 2 MB.
  static let largest = 131_072
  static let smallest = 256
  private static let keyMask: UInt64 = 0x0FFF_FFFF_FFFF_FFFF

  /// SAFETY: points at twice `1 << (64 - shift)` entries owned by the working memory that made this value; a pair's
  /// number is the top `64 - shift` bits of a hash.
  private let entries: UnsafeMutablePointer<SIMD2<UInt64>>
  private let shift: UInt64

  /// The table as vector code takes it.
  var table: tare_piece_table { unsafe tare_piece_table(pairs: entries, shift: shift, pair_bits: 5) }

  /// The number of entries.
  var count: Int { 1 << (65 - Int(shift)) }

  init(_ entries: UnsafeMutablePointer<SIMD2<UInt64>>, count: Int) {
    unsafe self.entries = entries
    shift = UInt64(65 - count.trailingZeroBitCount)
  }

  @inline(__always)
  private func number(_ key: PieceKey) -> Int { Int(truncatingIfNeeded: key.hash &>> shift) }

  /// Asks for the memory of the key's pair.
  ///
  /// - Returns: The pair's number.
  @inline(__always)
  func prefetch(_ key: PieceKey) -> Int {
    let number = number(key)
    unsafe tare_prefetch(entries + 2 &* number)
    return number
  }

  @inline(__always)
  func count(_ key: PieceKey) -> Int { unsafe count(key, entries + 2 &* number(key)) }
  @inline(__always)
  func count(_ key: PieceKey, pair: Int) -> Int { unsafe count(key, entries + 2 &* pair) }

  /// The number of tokens of the piece, or 0 when it is not known.
  @inline(__always)
  private func count(_ key: PieceKey, _ pair: UnsafeMutablePointer<SIMD2<UInt64>>) -> Int {
    let (first, second) = unsafe (pair[0], pair[1])
    let isFirst = (first.x ^ key.low) | ((first.y & Self.keyMask) ^ key.high) == 0
    let isSecond = (second.x ^ key.low) | ((second.y & Self.keyMask) ^ key.high) == 0
    let found = (isFirst ? first.y : 0) | (isSecond ? second.y : 0)
    return Int(truncatingIfNeeded: found &>> 60)
  }

  /// Remembers a piece that is not known. A piece that is one token gives way first: asking the vocabulary again is
  /// cheaper than merging again.
  @inline(__always)
  func insert(_ key: PieceKey, _ count: Int) {
    let pair = unsafe entries + 2 &* number(key)
    if unsafe !(pair[1].y &>> 60 > 1 && pair[0].y &>> 60 <= 1) { unsafe pair[1] = pair[0] }
    unsafe pair[0] = SIMD2(key.low, key.high | UInt64(truncatingIfNeeded: count) &<< 60)
  }
}
