/// The memory of a direct-mapped table that grows by powers of two and takes along what it holds.
@safe struct GrowingTable<Entry: BitwiseCopyable> {
  private let empty: Entry
  /// SAFETY: `nil`, or `count` entries that this value owns until `free`.
  private var memory: UnsafeMutablePointer<Entry>?
  private(set) var count = 0

  init(repeating empty: Entry) {
    self.empty = empty
  }

  /// The first entry.
  ///
  /// - Precondition: The table has grown before.
  var start: UnsafeMutablePointer<Entry> {
    guard let memory = unsafe memory else { preconditionFailure("a table is used before it has grown") }
    return unsafe memory
  }

  /// Makes it at least `wanted` entries large; `refill` puts the old entries into the new ones.
  mutating func grow(
    to wanted: Int, _ refill: (UnsafeMutablePointer<Entry>, UnsafeBufferPointer<Entry>) -> Void
  ) {
    guard wanted > count else { return }
    let raw = UnsafeMutableRawPointer.allocate(byteCount: wanted * MemoryLayout<Entry>.stride, alignment: 64)
    let larger = unsafe raw.initializeMemory(as: Entry.self, repeating: empty, count: wanted)
    unsafe refill(larger, UnsafeBufferPointer(start: memory, count: count))
    free()
    unsafe memory = larger
    count = wanted
  }

  /// Gives the memory back.
  mutating func free() {
    unsafe memory?.deallocate()
    unsafe memory = nil
    count = 0
  }
}

extension LongPieces {
  func insertAll(from entries: UnsafeBufferPointer<Entry>) {
    for index in entries.indices {
      let old = unsafe entries[index]
      var key = old.key
      key.w &= 0x0FFF_FFFF_FFFF_FFFF
      if old.count > 0 { unsafe entry(key).pointee = old }
    }
  }
}
