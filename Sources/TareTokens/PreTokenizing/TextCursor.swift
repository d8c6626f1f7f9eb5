import CTareData

/// The bytes being split and the class table: what every pre-tokenizer reads, and nothing it can write.
///
/// SAFETY: `start` points at `end` readable bytes for as long as the cursor lives; every read below is at an offset
/// the caller keeps in `0..<end`, asserted in debug builds. Cursors never outlive the call that made them.
@safe struct TextCursor {
  let start: UnsafePointer<UInt8>
  let end: Int
  /// The class table: the numbers of 4,352 blocks, then the blocks of 256 classes.
  let blocks: UnsafePointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>, empty: UnsafePointer<UInt8>) {
    unsafe start = bytes.baseAddress ?? empty
    end = bytes.count
    unsafe blocks = tare_unicode_classes_start().assumingMemoryBound(to: UInt8.self)
  }

  private init(_ text: TextCursor, end: Int) {
    unsafe start = text.start
    self.end = end
    unsafe blocks = text.blocks
  }

  /// The first `end` bytes as a text of their own.
  ///
  /// - Precondition: `0 <= end <= self.end`.
  func cut(at end: Int) -> TextCursor {
    precondition(end >= 0 && end <= self.end, "a text is cut outside itself")
    return TextCursor(self, end: end)
  }

  @inline(__always)
  func byte(_ offset: Int) -> UInt8 {
    assert(offset >= 0 && offset < end)
    return unsafe start[offset]
  }

  /// Whether the `count` bytes at the two offsets are the same.
  func equals(_ first: Int, _ second: Int, _ count: Int) -> Bool {
    assert(min(first, second) >= 0 && max(first, second) &+ count <= end && count >= 8)
    // SAFETY: both stretches lie in the text, as asserted; the last eight bytes may be compared twice.
    var differing: UInt64 = 0
    var offset = 0
    while offset < count {
      let place = min(offset, count &- 8)
      let word = unsafe UnsafeRawPointer(start + (first &+ place)).loadUnaligned(as: UInt64.self)
      differing |= unsafe word ^ UnsafeRawPointer(start + (second &+ place)).loadUnaligned(as: UInt64.self)
      offset &+= 8
    }
    return differing == 0
  }

  /// The class of the scalar at `offset`, and its length in bytes.
  @inline(__always)
  func scalar(_ offset: Int) -> (classBit: UInt8, length: Int) {
    let lead = byte(offset)
    // SAFETY: block 0 is the table's first block and holds ASCII; the generator's test checks both.
    if lead < 0x80 { return unsafe (blocks[4352 &+ Int(lead)], 1) }
    return outlinedLongScalar(offset)
  }

  /// The class of the scalar at `offset` alone.
  @inline(__always)
  func classBit(_ offset: Int) -> UInt8 { scalar(offset).classBit }

  /// The class and length of a scalar that is not ASCII.
  @inline(__always)
  func longScalar(_ offset: Int) -> (classBit: UInt8, length: Int) {
    guard offset &+ 4 <= end else { return scalarAtEnd(offset) }
    // SAFETY: four bytes are readable, as just checked.
    let bytes = unsafe UInt32(littleEndian: UnsafeRawPointer(start + offset).loadUnaligned(as: UInt32.self))
    if bytes & 0xC0_C0F0 == 0x80_80E0 {
      let value = (bytes & 0x0F) &<< 12 | (bytes &>> 8 & 0x3F) &<< 6 | bytes &>> 16 & 0x3F
      if value >= 0x800, value & 0xF800 != 0xD800 { return (tableClass(value), 3) }
    } else if bytes & 0xC0E0 == 0x80C0 {
      let value = (bytes & 0x1F) &<< 6 | bytes &>> 8 & 0x3F
      if value >= 0x80 { return (tableClass(value), 2) }
    } else if bytes & 0xC0C0_C0F8 == 0x8080_80F0 {
      let value =
        (bytes & 0x07) &<< 18 | (bytes &>> 8 & 0x3F) &<< 12 | (bytes &>> 16 & 0x3F) &<< 6 | bytes &>> 24 & 0x3F
      if value >= 0x10000, value <= 0x10FFFF { return (tableClass(value), 4) }
    }
    return (ScalarClass.symbol, 1)
  }

  @inline(__always)
  private func tableClass(_ value: UInt32) -> UInt8 {
    // SAFETY: `value >> 8` is below 4,352, the number of block numbers, and every block number has its block.
    let block = unsafe Int(blocks[Int(value &>> 8)])
    return unsafe blocks[4352 &+ block &<< 8 &+ Int(value & 0xFF)]
  }

  @inline(never)
  private func outlinedLongScalar(_ offset: Int) -> (classBit: UInt8, length: Int) { longScalar(offset) }

  @inline(never)
  private func scalarAtEnd(_ offset: Int) -> (classBit: UInt8, length: Int) {
    let lead = byte(offset)
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard lead >= 0xC2, lead <= 0xF4, offset &+ length <= end else { return (ScalarClass.symbol, 1) }
    var value = UInt32(lead) & (0xFF &>> UInt32(length &+ 1))
    for index in 1..<length {
      let byte = byte(offset &+ index)
      guard byte & 0xC0 == 0x80 else { return (ScalarClass.symbol, 1) }
      value = value &<< 6 | UInt32(byte & 0x3F)
    }
    let isOverlong = length == 3 ? value < 0x800 : length == 4 ? value < 0x10000 : false
    guard !isOverlong, value <= 0x10FFFF, value & 0xFFFF_F800 != 0xD800 else { return (ScalarClass.symbol, 1) }
    return (tableClass(value), length)
  }

  /// The end of the run of scalars from `offset` whose class is in `mask`.
  @inline(__always)
  func runEnd(_ offset: Int, _ mask: UInt8) -> Int {
    var offset = offset
    while offset < end {
      let (bit, length) = scalar(offset)
      if bit & mask == 0 { break }
      offset &+= length
    }
    return offset
  }
}
