/// The end of the bytes from `start` on that stand for themselves in a string: no quote, backslash or control.
///
/// Eight bytes at a time while none of them is special, then byte by byte up to the one that is.
func endOfPlainRun(in bytes: Span<UInt8>, from start: Int) -> Int {
  var index = start
  while index + 8 <= bytes.count {
    // SAFETY: `index + 8 <= bytes.count`, and every bit pattern is a `UInt64`.
    let word = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
    if mayHoldSpecialByte(word) { break }
    index += 8
  }
  while index < bytes.count, !isSpecial(bytes[index]) { index += 1 }
  return index
}

private func isSpecial(_ byte: UInt8) -> Bool {
  byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
}

/// The top bit of a byte of `(x - n…) & ~x` is set where that byte of `x` is below *n*; a borrow may set it above
/// such a byte, too, which does not matter to a test for any. A byte equal to *b* is a zero in `x ^ b…`.
private func mayHoldSpecialByte(_ word: UInt64) -> Bool {
  let ones: UInt64 = 0x0101_0101_0101_0101
  let quote = word ^ (ones &* 0x22)
  let backslash = word ^ (ones &* 0x5C)
  let control = (word &- (ones &* 0x20)) & ~word
  return (control | ((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash)) & (ones &* 0x80) != 0
}
