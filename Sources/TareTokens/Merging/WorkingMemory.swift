/// What a pass over a text needs beside the text: what is known of recent pieces, and room for the pieces and tokens
/// in hand. One pass at a time uses it; it may then serve the next, which finds known what this one met. What it
/// holds never changes a result.
///
/// The tables grow with the bytes that have passed: a short text must not pay for clearing a large one. In all it is
/// at most 1.3 MB and what the longest single piece of the text in hand needs.
///
/// SAFETY of `Sendable`: whoever has one is the only one to have it; the pool hands it from one to the next under a
/// lock.
@safe final class WorkingMemory: @unchecked Sendable {
  let pieces: PieceBuffer
  let keys: PieceKeys
  let merging: PieceMerging
  let output: TokenBuffer
  /// The places in `pieces` of the pieces that were not known.
  ///
  /// SAFETY: points at `PieceBuffer.capacity + 1` numbers owned by this object.
  let unknown: UnsafeMutablePointer<UInt32>
  var backtracking = Backtracking()

  private let fixed: UnsafeMutableRawPointer
  private var countTable = GrowingTable<SIMD2<UInt64>>(repeating: SIMD2(0, 0))
  private var tokenTable = GrowingTable<PieceTokens.Entry>(repeating: PieceTokens.Entry())
  private var longTable = GrowingTable<LongPieces.Entry>(repeating: LongPieces.Entry())
  private var bytesSeen = 0

  /// Working memory for a text of `byteCount` bytes, and for others after it.
  init(byteCount: Int) {
    var layout = MemoryPlan()
    let rows = layout.place(SIMD4<UInt64>.self, PieceKeys.rowCount)
    let ends = layout.place(Int.self, PieceBuffer.capacity)
    let places = layout.place(UInt32.self, PieceBuffer.capacity + 1)
    let merge = layout.place(TokenID.self, 32)
    let tokens = layout.place(TokenID.self, TokenBuffer.capacity)
    unsafe fixed = .allocate(byteCount: layout.size, alignment: 64)
    unsafe fixed.initializeMemory(as: UInt8.self, repeating: 0, count: tokens)
    let table = unsafe (fixed + rows).assumingMemoryBound(to: SIMD4<UInt64>.self)
    for length in 0..<PieceKeys.rowCount { unsafe table[length] = PieceKeys.row(length) }
    unsafe keys = PieceKeys(table)
    unsafe pieces = PieceBuffer((fixed + ends).assumingMemoryBound(to: Int.self))
    unsafe unknown = (fixed + places).assumingMemoryBound(to: UInt32.self)
    let buffers = unsafe (fixed + merge).assumingMemoryBound(to: TokenID.self)
    unsafe merging = PieceMerging(ids: buffers, ranks: buffers + 16)
    unsafe output = TokenBuffer((fixed + tokens).assumingMemoryBound(to: TokenID.self))
    prepare(byteCount: byteCount)
  }

  deinit {
    unsafe fixed.deallocate()
    countTable.free()
    tokenTable.free()
    longTable.free()
    backtracking.free()
  }

  /// Makes it ready for another text.
  func prepare(byteCount: Int) {
    bytesSeen = min(bytesSeen + byteCount, 1 << 40)
    backtracking.shrink()
  }

  /// The table of counts, as large as the bytes seen so far are worth.
  var counts: PieceCounts {
    let size = Self.entries(bytesSeen / 16, PieceCounts.smallest, PieceCounts.largest)
    unsafe countTable.grow(to: size) { unsafe PieceCounts($0, count: size).insertAll(from: $1) }
    return unsafe PieceCounts(countTable.start, count: countTable.count)
  }

  /// The table of tokens.
  var tokens: PieceTokens {
    let size = Self.entries(bytesSeen / 32, PieceTokens.smallest, PieceTokens.largest)
    unsafe tokenTable.grow(to: size) { unsafe PieceTokens($0, count: size).insertAll(from: $1) }
    return unsafe PieceTokens(tokenTable.start, count: tokenTable.count)
  }

  /// The table of pieces of 16 to 31 bytes.
  var longPieces: LongPieces {
    let size = Self.entries(bytesSeen / 128, LongPieces.smallest, LongPieces.largest)
    unsafe longTable.grow(to: size) { unsafe LongPieces($0, count: size).insertAll(from: $1) }
    return unsafe LongPieces(longTable.start, count: longTable.count)
  }

  /// The power of two at or above `wanted` within the bounds, which are powers of two.
  private static func entries(_ wanted: Int, _ smallest: Int, _ largest: Int) -> Int {
    var count = smallest
    while count < largest, count < wanted { count *= 2 }
    return count
  }
}

/// Places arrays one behind the other in a block of memory.
private struct MemoryPlan {
  private(set) var size = 0

  /// The offset of `count` elements; each array begins on a cache line.
  mutating func place<Element: BitwiseCopyable>(_ type: Element.Type, _ count: Int) -> Int {
    let offset = size
    size += (count * MemoryLayout<Element>.stride + 63) / 64 * 64
    return offset
  }
}
