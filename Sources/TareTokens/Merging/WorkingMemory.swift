/// What a pass over a text needs beside the text: what is known of recent pieces, and room for the pieces and tokens
/// in hand. One pass at a time uses it; it may then serve the next, which finds known what this one met. What it
/// holds never changes a result.
///
/// The tables grow with the bytes that have passed: a short text must not pay for clearing a large one. In all it is
/// at most 5 MB, of which a count uses 2.7, and what the longest single piece of the text in hand needs.
///
/// SAFETY of `Sendable`: whoever has one is the only one to have it; the pool hands it from one to the next under a
/// lock.
@safe final class WorkingMemory: @unchecked Sendable {
  /// What changes. It is reached through a pointer, because the exclusivity checks on a class's own variables cost
  /// more than some of the work done here.
  struct State {
    fileprivate(set) var longPieces: LongPieces
    var backtracking = Backtracking()
    fileprivate var counts = GrowingTable<SIMD2<UInt64>>(repeating: SIMD2(0, 0))
    fileprivate var tokens = GrowingTable<PieceTokens.Entry>(repeating: PieceTokens.Entry())
    fileprivate var long = GrowingTable<LongPieces.Entry>(repeating: LongPieces.Entry())
    fileprivate var bytesSeen = 0
  }

  let pieces: PieceBuffer
  let keys: PieceKeys
  let merging: PieceMerging
  let output: TokenBuffer
  /// The places in `pieces` of the pieces that were not known, and behind them whether each is a token.
  ///
  /// SAFETY: points at two times `PieceBuffer.capacity + 1` numbers owned by this object.
  let unknown: UnsafeMutablePointer<UInt32>
  /// SAFETY: points at a value owned by this object; see above for why nobody else reaches it at the same time.
  let state: UnsafeMutablePointer<State>
  private let fixed: UnsafeMutableRawPointer

  /// Working memory for a text of `byteCount` bytes, and for others after it.
  init(byteCount: Int) {
    var plan = MemoryPlan()
    let rows = plan.place(SIMD4<UInt64>.self, PieceKeys.rowCount)
    let ends = plan.place(Int.self, PieceBuffer.capacity)
    let places = plan.place(UInt32.self, 2 * (PieceBuffer.capacity + 1))
    let merge = plan.place(UInt32.self, 64)
    let tokens = plan.place(TokenID.self, TokenBuffer.capacity)
    unsafe fixed = .allocate(byteCount: plan.size, alignment: 64)
    let table = unsafe (fixed + rows).bindMemory(to: SIMD4<UInt64>.self, capacity: PieceKeys.rowCount)
    for length in 0..<PieceKeys.rowCount { unsafe (table + length).initialize(to: PieceKeys.row(length)) }
    unsafe keys = PieceKeys(table)
    unsafe pieces = PieceBuffer((fixed + ends).bindMemory(to: Int.self, capacity: PieceBuffer.capacity))
    unsafe unknown = (fixed + places).bindMemory(to: UInt32.self, capacity: 2 * (PieceBuffer.capacity + 1))
    unsafe merging = PieceMerging(
      (fixed + merge).bindMemory(to: TokenID.self, capacity: 32),
      (fixed + merge + 128).bindMemory(to: Int32.self, capacity: 32))
    unsafe output = TokenBuffer((fixed + tokens).bindMemory(to: TokenID.self, capacity: TokenBuffer.capacity))
    var long = GrowingTable<LongPieces.Entry>(repeating: LongPieces.Entry())
    unsafe long.grow(to: LongPieces.smallest) { _, _ in }
    unsafe state = .allocate(capacity: 1)
    unsafe state.initialize(
      to: State(longPieces: LongPieces(long.start, count: LongPieces.smallest), long: long))
    prepare(byteCount: byteCount)
  }

  deinit {
    unsafe state.pointee.counts.free()
    unsafe state.pointee.tokens.free()
    unsafe state.pointee.long.free()
    unsafe state.pointee.backtracking.free()
    unsafe state.deinitialize(count: 1)
    unsafe state.deallocate()
    unsafe fixed.deallocate()
  }

  /// Makes it ready for another text.
  func prepare(byteCount: Int) {
    unsafe state.pointee.bytesSeen = min(state.pointee.bytesSeen + byteCount, 1 << 40)
    unsafe state.pointee.backtracking.shrink()
    let size = unsafe Self.entries(state.pointee.bytesSeen / 128, LongPieces.smallest, LongPieces.largest)
    unsafe state.pointee.long.grow(to: size) { unsafe LongPieces($0, count: size).insertAll(from: $1) }
    unsafe state.pointee.longPieces = LongPieces(state.pointee.long.start, count: state.pointee.long.count)
  }

  /// The table of counts, as large as the bytes seen so far are worth.
  var counts: PieceCounts {
    let size = unsafe Self.entries(state.pointee.bytesSeen / 16, PieceCounts.smallest, PieceCounts.largest)
    unsafe state.pointee.counts.grow(to: size) { unsafe PieceCounts($0, count: size).insertAll(from: $1) }
    return unsafe PieceCounts(state.pointee.counts.start, count: state.pointee.counts.count)
  }

  /// The table of tokens, as large as the bytes seen so far are worth.
  var tokens: PieceTokens {
    let size = unsafe Self.entries(state.pointee.bytesSeen / 32, PieceTokens.smallest, PieceTokens.largest)
    unsafe state.pointee.tokens.grow(to: size) { unsafe PieceTokens($0, count: size).insertAll(from: $1) }
    return unsafe PieceTokens(state.pointee.tokens.start, count: state.pointee.tokens.count)
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
