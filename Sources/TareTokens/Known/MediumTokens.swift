import CTareScan

/// Remembers the tokens of the pieces of 8 to 15 bytes that were met lately, and of shorter ones with three or four.
///
/// ```
/// 32 bytes   | key and number of tokens, as in MediumCounts (16) | the first four ids (16) |
/// ```
/// A piece belongs in one of two neighbours, which share a cache line. What it holds depends on the texts alone.
@safe struct MediumTokens {
  struct Entry {
    var low: UInt64 = 0
    var high: UInt64 = 0
    var ids = SIMD4<TokenID>(repeating: 0)

    @inline(__always)
    func holds(_ key: PieceKey) -> Bool { (low ^ key.low) | ((high & 0x0FFF_FFFF_FFFF_FFFF) ^ key.high) == 0 }
    @inline(__always)
    var count: Int { Int(truncatingIfNeeded: high &>> 60) }
  }

  /// The most entries: 4 MB.
  static let largest = 131_072
  static let smallest = 256

  /// SAFETY: points at twice `1 << (64 - shift)` entries owned by the working memory that made this value; a pair's
  /// number is the top `64 - shift` bits of a hash.
  private let entries: UnsafeMutablePointer<Entry>
  private let shift: UInt64

  /// The table as vector code takes it.
  var table: tare_piece_table { unsafe tare_piece_table(pairs: entries, shift: shift, pair_bits: 6) }

  /// The number of entries.
  var count: Int { 1 << (65 - Int(shift)) }

  init(_ entries: UnsafeMutablePointer<Entry>, count: Int) {
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

  /// What is known of the piece: its tokens, of which there are `count`, or anything and 0.
  @inline(__always)
  func tokens(_ key: PieceKey) -> (ids: SIMD4<TokenID>, count: Int) { tokens(key, pair: number(key)) }

  @inline(__always)
  func tokens(_ key: PieceKey, pair number: Int) -> (ids: SIMD4<TokenID>, count: Int) {
    let pair = unsafe entries + 2 &* number
    let isFirst = unsafe pair[0].holds(key)
    let entry = unsafe pair + (isFirst ? 0 : 1)
    let isKnown = unsafe isFirst || entry.pointee.holds(key)
    return unsafe (entry.pointee.ids, isKnown ? entry.pointee.count : 0)
  }

  /// Remembers a piece that is not known. A piece that is one token gives way first: asking the vocabulary again is
  /// cheaper than merging again.
  func insert(_ key: PieceKey, _ ids: SIMD4<TokenID>, _ count: Int) {
    let pair = unsafe entries + 2 &* number(key)
    if unsafe !(pair[1].count > 1 && pair[0].count <= 1) { unsafe pair[1] = pair[0] }
    unsafe pair[0] = Entry(low: key.low, high: key.high | UInt64(count) &<< 60, ids: ids)
  }
}
