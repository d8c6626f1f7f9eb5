import TareText

/// Which bytes of a text somebody has claimed: one bit for each.
struct ByteClaims {
  private var words: [UInt64] = []

  /// Whether nobody has claimed a byte of `range`; an empty range stands for the byte behind it.
  func isFree(_ range: SourceRange) -> Bool {
    bytes(of: range).allSatisfy { $0 >> 6 >= words.count || words[$0 >> 6] & (1 << UInt64($0 & 63)) == 0 }
  }

  /// Claims the bytes of `range`.
  mutating func take(_ range: SourceRange) {
    let bytes = bytes(of: range)
    let count = (bytes.upperBound >> 6) + 1
    if words.count < count { words += [UInt64](repeating: 0, count: max(count, words.count * 2) - words.count) }
    for byte in bytes { words[byte >> 6] |= 1 << UInt64(byte & 63) }
  }

  private func bytes(of range: SourceRange) -> Range<Int> { range.start..<max(range.end, range.start + 1) }
}
