#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Remembers the tokens of the pieces of 8 to 110 bytes that were met lately and that the tables of shorter pieces do
/// not take: sentences of languages that put no spaces between words, and words of many tokens.
///
/// ```
/// 256 bytes   | bytes (110) | length (1) | tokens (1) | up to 36 ids (144) |
/// ```
/// A piece of more tokens is not kept. Direct mapped: what it holds depends on the texts alone.
@safe struct LongestPieces {
  static let lengths = 8...110
  static let mostTokens = 36
  static let entrySize = 256
  /// The most entries: 2 MB.
  static let largest = 8_192
  static let smallest = 16

  /// SAFETY: points at `1 << (64 - shift)` entries of `entrySize` bytes owned by the working memory that made this
  /// value; an entry's number is the top `64 - shift` bits of a hash.
  private let entries: UnsafeMutableRawPointer
  private let shift: UInt64

  init(_ entries: UnsafeMutableRawPointer, count: Int) {
    unsafe self.entries = entries
    shift = UInt64(64 - count.trailingZeroBitCount)
  }

  /// One place of the table.
  ///
  /// SAFETY: `start` is the first byte of an entry of the table.
  @unsafe struct Entry {
    fileprivate let start: UnsafeMutableRawPointer

    var count: Int { unsafe Int(start.load(fromByteOffset: 111, as: UInt8.self)) }
    var ids: UnsafePointer<TokenID> {
      unsafe UnsafePointer((start + 112).assumingMemoryBound(to: TokenID.self))
    }

    /// Whether it is that of the `length` bytes at `bytes`.
    func holds(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> Bool {
      unsafe start.load(fromByteOffset: 110, as: UInt8.self) == UInt8(length) && memcmp(start, bytes, length) == 0
    }

    /// Makes it that of the `length` bytes at `bytes`, which have the `count` tokens at `ids`.
    func fill(_ bytes: UnsafePointer<UInt8>, _ length: Int, _ ids: UnsafePointer<TokenID>, _ count: Int) {
      unsafe start.copyMemory(from: bytes, byteCount: length)
      unsafe start.storeBytes(of: UInt8(length), toByteOffset: 110, as: UInt8.self)
      unsafe start.storeBytes(of: UInt8(count), toByteOffset: 111, as: UInt8.self)
      unsafe (start + 112).copyMemory(from: ids, byteCount: 4 * count)
    }
  }

  /// The entry where the `length` bytes at `bytes` belong, whatever it holds.
  ///
  /// SAFETY: the caller vouches for that many bytes, one of `lengths`.
  @unsafe func entry(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> Entry {
    let raw = unsafe UnsafeRawPointer(bytes)
    // The last eight bytes may be taken twice.
    var hash = unsafe raw.loadUnaligned(fromByteOffset: length &- 8, as: UInt64.self) ^ UInt64(length)
    for offset in stride(from: 0, to: length &- 8, by: 8) {
      hash = unsafe (hash ^ raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash &>> 32
    }
    let number = Int(truncatingIfNeeded: (hash &* 0xD6E8_FEB8_6659_FD93) &>> shift)
    return unsafe Entry(start: entries + number &* Self.entrySize)
  }
}
