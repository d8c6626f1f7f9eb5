/// What one pass over a text needs beside the text: the piece cache, the merge buffers and the ends of pieces found
/// but not looked up. Each call has its own, so nothing is shared between threads and nothing is left behind.
@safe final class WorkingMemory {
  /// The most entries the cache has: 128 KB, which keeps most of what larger ones gain.
  static let largestCache = 4_096

  let cache: PieceCache
  let merging: PieceMerging
  let pieces: PieceBuffer
  private let entries: UnsafeMutablePointer<PieceCache.Entry>
  private let entryCount: Int
  private let pieceEnds: UnsafeMutablePointer<Int>

  /// Working memory for a text of `byteCount` bytes: a short one must not pay for clearing a large cache.
  init(byteCount: Int) {
    var count = 16
    while count < Self.largestCache, count * 64 < byteCount { count *= 2 }
    entryCount = count
    unsafe entries = .allocate(capacity: count)
    unsafe entries.initialize(repeating: PieceCache.Entry(), count: count)
    unsafe cache = PieceCache(entries, count: count)
    let buffers = UnsafeMutablePointer<TokenID>.allocate(capacity: 32)
    unsafe buffers.initialize(repeating: 0, count: 32)
    unsafe merging = PieceMerging(ids: buffers, ranks: buffers + 16)
    unsafe pieceEnds = .allocate(capacity: PieceBuffer.capacity)
    unsafe pieces = PieceBuffer(pieceEnds)
  }

  deinit {
    unsafe entries.deinitialize(count: entryCount)
    unsafe entries.deallocate()
    unsafe merging.ids.deinitialize(count: 32)
    unsafe merging.ids.deallocate()
    unsafe pieceEnds.deallocate()
  }
}
