/// A scalar of a text and how many bytes it takes.
struct UTF8Scalar {
  let value: UInt32
  let length: Int

  /// The scalar that begins at `offset`, which must be below the count; `nil` where the bytes there are not UTF-8 (The
  /// Unicode Standard, table 3-7).
  init?(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) {
    // SAFETY: the caller's offset is within the text, and the other initializer compares with the count.
    let lead = unsafe text[offset]
    switch lead {
    case ..<0x80: self.init(value: UInt32(lead), length: 1)
    case 0xC2..<0xE0: unsafe self.init(text, at: offset, UInt32(lead & 0x1F), length: 2, from: 0x80)
    case 0xE0..<0xF0: unsafe self.init(text, at: offset, UInt32(lead & 0x0F), length: 3, from: 0x800)
    case 0xF0..<0xF5: unsafe self.init(text, at: offset, UInt32(lead & 0x07), length: 4, from: 0x10000)
    default: return nil
    }
  }

  private init(value: UInt32, length: Int) {
    self.value = value
    self.length = length
  }

  private init?(
    _ text: UnsafeBufferPointer<UInt8>, at offset: Int, _ lead: UInt32, length: Int, from least: UInt32
  ) {
    guard offset + length <= text.count else { return nil }
    var value = lead
    for index in offset + 1..<offset + length {
      let byte = unsafe text[index]
      guard byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    guard value >= least, Unicode.Scalar(value) != nil else { return nil }
    self.init(value: value, length: length)
  }
}
