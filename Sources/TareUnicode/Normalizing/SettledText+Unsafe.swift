/// A text in which settled scalars are passed over, eight bytes at a time where they are short.
///
/// Bytes that are not UTF-8 are settled too where they look like it: no form changes them, and nothing joins them.
@safe struct SettledText {
  let text: UnsafeBufferPointer<UInt8>
  private let blocks: UnsafeBufferPointer<UInt8>
  private let plainLimit: UInt8
  private let foldsASCII: Bool

  /// A view of both, which must outlive it; there must be ``SettledBlocks/count`` blocks.
  init(_ text: UnsafeBufferPointer<UInt8>, blocks: UnsafeBufferPointer<UInt8>, of form: SettledBlocks) {
    unsafe self.text = unsafe text
    unsafe self.blocks = unsafe blocks
    plainLimit = form.plainLimit
    foldsASCII = form.foldsASCII
  }

  var count: Int { unsafe text.count }

  /// The offset behind the last settled scalar of those that follow one another from `start`, not to look further than
  /// `limit`; a scalar that begins before it is passed over as a whole.
  func settledEnd(from start: Int, limit: Int) -> Int {
    var offset = start
    while offset < limit {
      let length = settledLength(at: offset)
      if length == 0 { return offset }
      offset += length
      if length == 1 { offset = plainEnd(from: offset, limit: limit) }
    }
    return offset
  }

  /// Where the scalar that ends at `end` begins, if it is UTF-8 and does so behind `floor`; else a place between broken
  /// bytes.
  func scalarStart(endingAt end: Int, notBefore floor: Int) -> Int {
    var start = end
    // SAFETY: `floor` is at least 0, so that `start` is an offset of the text.
    repeat { start -= 1 } while unsafe start > max(floor, end - 4) && text[start] & 0xC0 == 0x80
    return start
  }

  /// The length of a settled scalar, or 0.
  private func settledLength(at offset: Int) -> Int {
    let lead = unsafe text[offset]
    if lead < plainLimit { return foldsASCII && isCapital(lead) ? 0 : 1 }
    if lead < 0xE0 { return isSettled(Int(lead & 0x1F), offset, 2) }
    guard offset + 2 < count else { return 0 }
    let second = unsafe Int(text[offset + 1])
    if lead < 0xF0 { return isSettled(Int(lead & 0x0F) << 6 | second & 0x3F, offset, 3) }
    guard lead == 0xF0, second & 0xF0 == 0x90 else { return 0 }
    let third = unsafe Int(text[offset + 2])
    return isSettled(0x400 | (second & 0x0F) << 6 | third & 0x3F, offset, 4)
  }

  /// `length` if the block is settled and the bytes behind the lead are continuations, else 0.
  private func isSettled(_ block: Int, _ offset: Int, _ length: Int) -> Int {
    guard offset + length <= count else { return 0 }
    // SAFETY: a block has at most 11 bits, and there are 2^11; the bytes were compared with the count.
    var isWhole = unsafe blocks[block] != 0
    for index in 1..<length { isWhole = unsafe isWhole && text[offset + index] & 0xC0 == 0x80 }
    return isWhole ? length : 0
  }

  private func isCapital(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }

  /// An offset up to which no byte from `start` reaches the limit, nor is a capital where those change.
  private func plainEnd(from start: Int, limit: Int) -> Int {
    var offset = start
    let bytes = unsafe UnsafeRawBufferPointer(text)
    while offset + 32 <= min(limit, count) {
      // SAFETY: 32 bytes from `offset` are within the text.
      let words = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: SIMD4<UInt64>.self)
      let changing = changing(words[0]) | changing(words[1]) | changing(words[2]) | changing(words[3])
      guard changing == 0 else { return offset }
      offset += 32
    }
    return offset
  }

  /// The high bit of each byte that reaches the limit or is a capital that changes.
  private func changing(_ word: UInt64) -> UInt64 {
    let low = word & every(0x7F)
    // The high bit of low + (0x80 - x) says whether low is at least x; no byte carries into the next.
    var marks = word & (low &+ every(0x100 - UInt64(plainLimit)))
    if foldsASCII { marks |= ~word & (low &+ every(0x80 - 0x41)) & ~(low &+ every(0x80 - 0x5B)) }
    return marks & every(0x80)
  }

  private func every(_ byte: UInt64) -> UInt64 { byte &* 0x0101_0101_0101_0101 }
}
