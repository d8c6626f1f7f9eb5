import CTareScan

/// Remembers how many tokens the pieces of at most 7 bytes that were met lately have: nine of ten pieces of a text in
/// Latin letters, and what a count asks first.
///
/// ```
/// 8 bytes   | bytes of the piece, padded with zeros (7) | length (4 bits), tokens (4 bits) |
/// ```
/// Eight of them share a cache line, so the words of a long text stay in the second level cache, which is most of
/// what makes a count fast. A piece belongs in one of two neighbours. What the table holds depends on the texts alone.
@safe struct ShortCounts {
  /// The most entries: 2 MB.
  static let largest = 262_144
  static let smallest = 1_024
  /// What a key is multiplied by; the top bits of the product say where it belongs.
  static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
  private static let keyMask: UInt64 = 0x0FFF_FFFF_FFFF_FFFF

  /// SAFETY: points at `1 << (64 - shift)` pairs of entries owned by the working memory that made this value; a
  /// pair's number is the top `64 - shift` bits of a hash.
  private let pairs: UnsafeMutablePointer<SIMD2<UInt64>>
  private let shift: UInt64

  /// The number of entries.
  var count: Int { 1 << (65 - Int(shift)) }

  init(_ entries: UnsafeMutablePointer<SIMD2<UInt64>>, count: Int) {
    unsafe pairs = entries
    shift = UInt64(65 - count.trailingZeroBitCount)
  }

  /// The table as vector code takes it.
  var table: tare_piece_table {
    unsafe tare_piece_table(pairs: pairs, shift: shift, pair_bits: 4)
  }

  @inline(__always)
  private func pair(_ key: UInt64) -> UnsafeMutablePointer<SIMD2<UInt64>> {
    unsafe pairs + Int(truncatingIfNeeded: (key &* Self.factor) &>> shift)
  }

  /// Asks for the memory of the key's pair.
  ///
  /// - Returns: The pair's number.
  @inline(__always)
  func prefetch(_ key: UInt64) -> Int {
    let number = Int(truncatingIfNeeded: (key &* Self.factor) &>> shift)
    unsafe tare_prefetch(pairs + number)
    return number
  }

  @inline(__always)
  func count(_ key: UInt64) -> Int { unsafe count(key, in: pair(key).pointee) }
  @inline(__always)
  func count(_ key: UInt64, pair: Int) -> Int { unsafe count(key, in: pairs[pair]) }

  /// The number of tokens of the piece, or 0 when it is not known.
  @inline(__always)
  private func count(_ key: UInt64, in pair: SIMD2<UInt64>) -> Int {
    let first = (pair.x ^ key) & Self.keyMask == 0 ? pair.x : 0
    let second = (pair.y ^ key) & Self.keyMask == 0 ? pair.y : 0
    return Int(truncatingIfNeeded: (first | second) &>> 60)
  }

  /// Remembers a piece that is not known. A piece that is one token gives way first: asking the vocabulary again is
  /// cheaper than merging again.
  @inline(__always)
  func insert(_ key: UInt64, _ count: Int) {
    let pair = unsafe pair(key)
    let entry = key | UInt64(truncatingIfNeeded: count) &<< 60
    let old = unsafe pair.pointee
    let keepsSecond = old.y &>> 60 > 1 && old.x &>> 60 <= 1
    unsafe pair.pointee = SIMD2(entry, keepsSecond ? old.y : old.x)
  }
}
