/// Turns libyaml's counts of code points into offsets of bytes.
///
/// It walks from the place it was last asked for, and what is asked for goes forwards but for a few steps, so all
/// questions together cost one pass.
struct CodePointOffsets {
  private let utf8: [UInt8]
  private var codePoint = 0
  private var offset: Int

  /// Counts from `start` on.
  init(_ utf8: [UInt8], from start: Int = 0) {
    self.utf8 = utf8
    offset = start
  }

  /// Where the code point of that number begins.
  mutating func byteOffset(of target: Int) -> Int {
    while codePoint < target, offset < utf8.count {
      offset += 1
      while offset < utf8.count, utf8[offset] & 0xC0 == 0x80 { offset += 1 }
      codePoint += 1
    }
    while codePoint > target, offset > 0 {
      offset -= 1
      while offset > 0, utf8[offset] & 0xC0 == 0x80 { offset -= 1 }
      codePoint -= 1
    }
    return offset
  }
}
