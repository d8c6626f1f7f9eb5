/// What a pass over a text needs beside the text: what is known of recent pieces, and room for the pieces and tokens
/// in hand. One pass at a time uses it; it may then serve the next, which finds known what this one met. What it
/// holds never changes a result.
///
/// The tables grow with the bytes that have passed: a short text must not pay for clearing a large one. In all it is
/// at most 13 MB, of which a count uses 6.6, and what the longest single piece of the text in hand needs.
///
/// SAFETY of `Sendable`: whoever has one is the only one to have it; the pool hands it from one to the next under a
/// lock.
@safe final class WorkingMemory: @unchecked Sendable {
  /// What changes. It is reached through a pointer, because the exclusivity checks on a class's own variables cost
  /// more than some of the work done here.
  struct State {
    fileprivate(set) var longPieces: LongPieces
    fileprivate(set) var longestPieces: LongestPieces
    var backtracking = Backtracking()
    fileprivate var knownCounts: KnownCounts?
    fileprivate var knownTokens: KnownTokens?
    /// Tokens of the pieces in hand that have more than four, one piece's behind the other's.
    fileprivate var longTokens: [TokenID] = []
    fileprivate var long = GrowingTable<LongPieces.Entry>(repeating: LongPieces.Entry())
    fileprivate var longest = GrowingTable<SIMD64<UInt8>>(repeating: SIMD64())
    fileprivate var bytesSeen = 0
  }

  let pieces: PieceBuffer
  let keys: PieceKeys
  let merging: PieceMerging
  let output: TokenBuffer
  /// SAFETY: points into `fixed`, which this object owns.
  let batch: PieceBatch
  /// SAFETY: points at a value owned by this object; see above for why nobody else reaches it at the same time.
  let state: UnsafeMutablePointer<State>
  private let fixed: UnsafeMutableRawPointer

  /// Working memory for a text of `byteCount` bytes, and for others after it.
  init(byteCount: Int) {
    var plan = MemoryPlan()
    let rows = plan.place(SIMD4<UInt64>.self, PieceKeys.rowCount)
    let shortRows = plan.place(SIMD2<UInt64>.self, PieceKeys.shortRowCount)
    let ends = plan.place(Int.self, PieceBuffer.capacity)
    let merge = plan.place(UInt32.self, 64)
    let tokens = plan.place(TokenID.self, TokenBuffer.capacity)
    let places = (
      keys: plan.place(UInt64.self, PieceBatch.room),
      mediumKeys: plan.place(SIMD2<UInt64>.self, PieceBatch.room),
      pairs: plan.place(UInt32.self, PieceBatch.room),
      unknown: plan.place(UInt32.self, PieceBatch.room),
      ids: plan.place(SIMD4<TokenID>.self, PieceBatch.room),
      counts: plan.place(UInt8.self, PieceBatch.room)
    )
    unsafe fixed = .allocate(byteCount: plan.size, alignment: 64)
    unsafe keys = PieceKeys(
      filling: (fixed + rows).bindMemory(to: SIMD4<UInt64>.self, capacity: PieceKeys.rowCount),
      (fixed + shortRows).bindMemory(to: SIMD2<UInt64>.self, capacity: PieceKeys.shortRowCount))
    unsafe pieces = PieceBuffer((fixed + ends).bindMemory(to: Int.self, capacity: PieceBuffer.capacity))
    unsafe merging = PieceMerging(
      (fixed + merge).bindMemory(to: TokenID.self, capacity: 32),
      (fixed + merge + 128).bindMemory(to: Int32.self, capacity: 32))
    unsafe output = TokenBuffer((fixed + tokens).bindMemory(to: TokenID.self, capacity: TokenBuffer.capacity))
    unsafe batch = PieceBatch(
      keys: (fixed + places.keys).bindMemory(to: UInt64.self, capacity: PieceBatch.room),
      mediumKeys: (fixed + places.mediumKeys).bindMemory(to: (UInt64, UInt64).self, capacity: PieceBatch.room),
      pairs: (fixed + places.pairs).bindMemory(to: UInt32.self, capacity: PieceBatch.room),
      unknown: (fixed + places.unknown).bindMemory(to: UInt32.self, capacity: PieceBatch.room),
      ids: (fixed + places.ids).bindMemory(to: SIMD4<TokenID>.self, capacity: PieceBatch.room),
      counts: (fixed + places.counts).bindMemory(to: UInt8.self, capacity: PieceBatch.room))
    var long = GrowingTable<LongPieces.Entry>(repeating: LongPieces.Entry())
    unsafe long.grow(to: LongPieces.smallest) { _, _ in }
    var longest = GrowingTable<SIMD64<UInt8>>(repeating: SIMD64())
    unsafe longest.grow(to: 4 * LongestPieces.smallest) { _, _ in }
    unsafe state = .allocate(capacity: 1)
    unsafe state.initialize(
      to: State(
        longPieces: LongPieces(long.start, count: LongPieces.smallest),
        longestPieces: LongestPieces(longest.start, count: LongestPieces.smallest), long: long, longest: longest))
    prepare(byteCount: byteCount)
  }

  deinit {
    unsafe state.pointee.knownCounts?.free()
    unsafe state.pointee.knownTokens?.free()
    unsafe state.pointee.long.free()
    unsafe state.pointee.longest.free()
    unsafe state.pointee.backtracking.free()
    unsafe state.deinitialize(count: 1)
    unsafe state.deallocate()
    unsafe fixed.deallocate()
  }

  /// Makes it ready for another text.
  func prepare(byteCount: Int) {
    unsafe state.pointee.bytesSeen = min(state.pointee.bytesSeen + byteCount, 1 << 40)
    unsafe state.pointee.backtracking.shrink()
    if unsafe state.pointee.longTokens.capacity > 1 << 16 { unsafe state.pointee.longTokens = [] }
    prepareLong()
  }

  /// Makes the tables of long pieces as large as the bytes seen so far are worth.
  private func prepareLong() {
    let bytes = unsafe state.pointee.bytesSeen
    let long = Self.entries(bytes / 128, LongPieces.smallest, LongPieces.largest)
    unsafe state.pointee.long.grow(to: long) { unsafe LongPieces($0, count: long).insertAll(from: $1) }
    unsafe state.pointee.longPieces = LongPieces(state.pointee.long.start, count: state.pointee.long.count)
    let longest = Self.entries(bytes / 256, LongestPieces.smallest, LongestPieces.largest)
    // What it held is found again soon.
    unsafe state.pointee.longest.grow(to: 4 * longest) { _, _ in }
    unsafe state.pointee.longestPieces = LongestPieces(
      state.pointee.longest.start, count: state.pointee.longest.count / 4)
  }

  /// The power of two at or above `wanted` within the bounds, which are powers of two.
  private static func entries(_ wanted: Int, _ smallest: Int, _ largest: Int) -> Int {
    var count = smallest
    while count < largest, count < wanted { count *= 2 }
    return count
  }
}

extension WorkingMemory {
  // MARK: Short pieces

  /// What is known of the counts of short pieces.
  @inline(__always)
  var counts: KnownCounts { unsafe state.pointee.knownCounts ?? makeCounts() }

  @inline(never)
  private func makeCounts() -> KnownCounts {
    let known = KnownCounts()
    unsafe state.pointee.knownCounts = known
    return known
  }

  /// Remembers a piece of at most 15 bytes that is not known.
  @inline(__always)
  func remember(_ key: PieceKey, _ count: Int) { unsafe state.pointee.knownCounts?.remember(key, count) }

  func growCounts() { unsafe state.pointee.knownCounts?.growIfFull() }

  /// What is known of the tokens of short pieces.
  @inline(__always)
  var tokens: KnownTokens { unsafe state.pointee.knownTokens ?? makeTokens() }

  @inline(never)
  private func makeTokens() -> KnownTokens {
    let known = KnownTokens()
    unsafe state.pointee.knownTokens = known
    return known
  }

  /// Remembers a piece of at most 15 bytes and four tokens that is not known.
  func remember(_ key: PieceKey, _ ids: SIMD4<TokenID>, _ count: Int) {
    unsafe state.pointee.knownTokens?.remember(key, ids, count)
  }

  func growTokens() { unsafe state.pointee.knownTokens?.growIfFull() }

  // MARK: Tokens of pieces that have more than four

  /// Forgets those of the pieces that were in hand before.
  func forgetLong() { unsafe state.pointee.longTokens.removeAll(keepingCapacity: true) }

  /// Keeps the tokens of the piece with the given number.
  func keepLong(_ tokens: UnsafePointer<TokenID>, _ count: Int, _ index: Int) {
    let start = unsafe state.pointee.longTokens.count
    unsafe state.pointee.longTokens.append(contentsOf: UnsafeBufferPointer(start: tokens, count: count))
    // Where they are stands in place of the tokens.
    let place = SIMD2(UInt64(start), UInt64(count))
    unsafe batch.ids[index] = unsafeBitCast(place, to: SIMD4<TokenID>.self)
    unsafe batch.counts[index] = PieceBatch.more
  }

  /// The tokens that were kept for the piece with the given number.
  func longTokens(_ index: Int) -> ArraySlice<TokenID> {
    let place = unsafe unsafeBitCast(batch.ids[index], to: SIMD2<UInt64>.self)
    return unsafe state.pointee.longTokens[Int(place.x)..<Int(place.x + place.y)]
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
