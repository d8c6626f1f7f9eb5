/// Where a text may be cut so that both sides can be treated on their own.
enum Cut {
  /// No normal form joins an ASCII character to what precedes it.
  case beforeASCII
  /// A line feed ends the word and the sentence it stands in.
  case afterLineFeed

  func allows(_ offset: Int, in utf8: Span<UInt8>) -> Bool {
    switch self {
    case .beforeASCII: utf8[offset] < 0x80
    case .afterLineFeed: utf8[offset - 1] == 0x0A
    }
  }
}

/// The text in pieces of at most `limit` bytes, because ICU counts in 32 bits.
///
/// A piece with no place for the cut ends before some scalar instead.
func pieces(of utf8: Span<UInt8>, limit: Int, cut: Cut) -> [Range<Int>] {
  var list: [Range<Int>] = []
  var start = 0
  while start < utf8.count {
    let end = pieceEnd(in: utf8, from: start, limit: limit, cut: cut)
    list.append(start..<end)
    start = end
  }
  return list
}

private func pieceEnd(in utf8: Span<UInt8>, from start: Int, limit: Int, cut: Cut) -> Int {
  guard utf8.count - start > limit else { return utf8.count }
  var scalarStart: Int?
  for offset in stride(from: start + limit, to: start, by: -1) {
    if cut.allows(offset, in: utf8) { return offset }
    if scalarStart == nil, utf8[offset] & 0xC0 != 0x80 { scalarStart = offset }
  }
  return scalarStart ?? start + limit
}
