/// Makes the keys of pieces from the text, sixteen bytes at a time.
@safe struct PieceKeys {
  /// For each length from 0 to 15 the two masks that keep that many bytes, then the length where a key has it; for
  /// 16, which stands for every longer one, what gives a key that no piece has.
  ///
  /// SAFETY: points at 17 rows of four words owned by the working memory that made this value.
  private let rows: UnsafePointer<SIMD4<UInt64>>

  static let rowCount = 17

  /// For each length from 0 to 7 the mask that keeps that many bytes, and the length where a key in one word has it;
  /// for 8, which stands for every longer one, what gives a key that no piece has.
  ///
  /// SAFETY: points at 9 rows of two words, owned likewise.
  private let shortRows: UnsafePointer<SIMD2<UInt64>>

  static let shortRowCount = 9

  /// SAFETY: the caller has room for `rowCount` and `shortRowCount` rows, and keeps it as long as this value lives.
  @unsafe init(filling rows: UnsafeMutablePointer<SIMD4<UInt64>>, _ shortRows: UnsafeMutablePointer<SIMD2<UInt64>>) {
    for length in 0..<Self.rowCount { unsafe (rows + length).initialize(to: Self.row(length)) }
    for length in 0..<Self.shortRowCount { unsafe (shortRows + length).initialize(to: Self.shortRow(length)) }
    unsafe self.rows = UnsafePointer(rows)
    unsafe self.shortRows = UnsafePointer(shortRows)
  }

  private static func shortRow(_ length: Int) -> SIMD2<UInt64> {
    length < 8 ? SIMD2(1 << UInt64(8 * length) - 1, UInt64(length) << 56) : SIMD2(0, 8 << 56)
  }

  private static func row(_ length: Int) -> SIMD4<UInt64> {
    // A key with a byte but without a length is no piece's.
    guard length < 16 else { return SIMD4(0, 0, 1, 0) }
    let low: UInt64 = length >= 8 ? .max : 1 << UInt64(8 * length) - 1
    let high: UInt64 = length <= 8 ? 0 : 1 << UInt64(8 * (length - 8)) - 1
    return SIMD4(low, high, UInt64(length) << 56, 0)
  }

  /// The key of the piece at `start`, or one that no piece has when it is longer than 15 bytes.
  ///
  /// - Precondition: 16 bytes from `start` are readable.
  @inline(__always)
  func key(_ text: TextCursor, _ start: Int, _ length: Int) -> PieceKey {
    assert(start >= 0 && start &+ 16 <= text.end && length >= 1)
    let row = unsafe rows + min(length, 16)
    // SAFETY: the caller keeps the 16 bytes inside the text.
    let raw = unsafe UnsafeRawPointer(text.start + start)
    let low = unsafe raw.loadUnaligned(as: UInt64.self) & row.pointee.x
    let high = unsafe raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self) & row.pointee.y
    return unsafe PieceKey(low: low, high: high | row.pointee.z)
  }

  /// The key in one word of the piece at `start`, or one that no piece has when it is longer than 7 bytes.
  ///
  /// - Precondition: 8 bytes from `start` are readable.
  @inline(__always)
  func shortKey(_ text: TextCursor, _ start: Int, _ length: Int) -> UInt64 {
    assert(start >= 0 && start &+ 8 <= text.end && length >= 1)
    // SAFETY: the caller keeps the 8 bytes inside the text.
    let word = unsafe UnsafeRawPointer(text.start + start).loadUnaligned(as: UInt64.self)
    let row = unsafe shortRows + min(length, 8)
    return unsafe word & row.pointee.x | row.pointee.y
  }

  /// The same for a piece anywhere in the text.
  ///
  /// - Precondition: `1 <= length <= 15`.
  func keyNearEnd(_ text: TextCursor, _ start: Int, _ length: Int) -> PieceKey {
    guard start &+ 16 > text.end else { return key(text, start, length) }
    var words: (UInt64, UInt64) = (0, UInt64(length) &<< 56)
    for index in 0..<length {
      let byte = UInt64(text.byte(start &+ index))
      if index < 8 { words.0 |= byte &<< UInt64(8 &* index) } else { words.1 |= byte &<< UInt64(8 &* (index &- 8)) }
    }
    return PieceKey(low: words.0, high: words.1)
  }

  /// The key of a piece of 16 to 31 bytes.
  ///
  /// - Precondition: `start + 32 <= text.end`.
  @inline(__always)
  func longKey(_ text: TextCursor, _ start: Int, _ length: Int) -> SIMD4<UInt64> {
    assert(start &+ 32 <= text.end && LongPieces.lengths.contains(length))
    // SAFETY: the caller keeps the 32 bytes inside the text.
    let raw = unsafe UnsafeRawPointer(text.start + start)
    let row = unsafe rows[length &- 16]
    return SIMD4(
      unsafe raw.loadUnaligned(as: UInt64.self),
      unsafe raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self),
      unsafe raw.loadUnaligned(fromByteOffset: 16, as: UInt64.self) & row.x,
      unsafe raw.loadUnaligned(fromByteOffset: 24, as: UInt64.self) & row.y | row.z)
  }
}
